package markup

import (
	"strings"
	"testing"
)

// What is a text cannot become an element, a placeholder is filled before that, and what is HTML stays.
func TestWriter(t *testing.T) {
	w := &Writer{Fill: strings.NewReplacer("{n}", `<3 & "4"`).Replace}
	w.Tag("p", ` class="x"`, "{n} > 2")
	w.List("ol", "", []string{"a<b>", "{n}"})
	w.Table(Table{Class: "table", Label: "a &amp; b", Caption: "c<", Heads: []string{"{n}", "d"},
		Rows: [][]string{{"<math>x</math>", "1", "2"}}})
	w.Line(Link("<t>", ""), Link("<t>", `a"b`))
	const four = "&lt;3 &amp; &#34;4&#34;"
	want := `<p class="x">` + four + ` &gt; 2</p>
<ol>
<li>a&lt;b&gt;</li>
<li>` + four + `</li>
</ol>
<div class="table" tabindex="0" role="group" aria-label="a &amp; b"><table>
<caption>c&lt;</caption>
<thead><tr><th scope="col">` + four + `</th><th scope="col">d</th></tr></thead>
<tbody>
<tr><th scope="row"><math>x</math></th><td>1</td><td>2</td></tr>
</tbody></table></div>
&lt;t&gt;<a href="a&#34;b">&lt;t&gt;</a>
`
	if got := w.String(); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
