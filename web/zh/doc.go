// Package zh is the catalogue in Simplified Chinese, and the glossary that it keeps to. The page's program
// does not carry it: the build writes it as JSON, which the page fetches when it is used.
package zh
