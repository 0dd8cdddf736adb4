package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/web/toolchain"
)

func cardName(preset, extension string) string { return "cards/" + preset + extension }

// An iconUse is one picture made of icon.svg.
type iconUse struct {
	size    int
	purpose string  // in the manifest; "" where it is not for that
	scale   float64 // of the drawing, where a square of its colour lies under it; 0 for the icon as it is
}

func (u iconUse) sizes() string { return fmt.Sprintf("%dx%d", u.size, u.size) }

// Platforms cut a maskable icon as they like, down to a circle of 80 % of its width, and Apple's cuts the corners off
// itself.
var iconFiles = map[string]iconUse{
	"icons/192.png":         {192, "any", 0},
	"icons/512.png":         {512, "any", 0},
	"icons/maskable.png":    {512, "maskable", 0.72},
	"icons/apple-touch.png": {180, "", 0.85},
}

var (
	themeColor = regexp.MustCompile(`<meta name="theme-color" content="(#[0-9a-f]{6})"`)
	iconBody   = regexp.MustCompile(`(?s)<svg [^>]*viewBox="0 0 32 32">(.*)</svg>`)
	iconStyle  = regexp.MustCompile(`(?s)<style>.*?</style>`)
	iconColor  = regexp.MustCompile(`<rect [^>]*fill="(#[0-9a-f]{6})"`)
)

// draw gives the icon as SVG of the use's size.
func (u iconUse) draw(icon []byte) (string, error) {
	body := iconBody.FindSubmatch(icon)
	color := iconColor.FindSubmatch(icon)
	if body == nil || color == nil {
		return "", errors.New("icon.svg: want a viewBox of 0 0 32 32 and a rect with a fill like #0b62d6")
	}
	drawing := strings.TrimSpace(iconStyle.ReplaceAllString(string(body[1]), "")) // of a dark browser's tabs
	if u.scale != 0 {
		edge := 16 * (1 - u.scale)
		drawing = fmt.Sprintf(`<rect width="32" height="32" fill="%s"/><g transform="translate(%.4g %.4g) scale(%.4g)">%s</g>`, color[1], edge, edge, u.scale, drawing)
	}
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 32 32">%s</svg>`,
		u.size, u.size, drawing), nil
}

// addPictures adds the cards of the presets, as SVG and PNG, and the icons.
func (s *site) addPictures() error {
	drawn := map[string]string{} // PNG: SVG
	for _, p := range s.pages {
		s.files[p.cardName(".svg")] = p.card
		drawn[p.cardName(".png")] = string(p.card)
		if p.unnumbered != nil {
			s.files[p.unnumberedName(".svg")] = p.unnumbered
			drawn[p.unnumberedName(".png")] = string(p.unnumbered)
		}
	}
	for name, use := range iconFiles {
		svg, err := use.draw(s.files["icon.svg"])
		if err != nil {
			return err
		}
		drawn[name] = svg
	}
	pictures, err := render(s.root, drawn)
	maps.Copy(s.files, pictures)
	return err
}

// render draws SVGs as PNGs, by the PNG's name, in one process.
func render(root string, drawn map[string]string) (map[string][]byte, error) {
	dir, err := os.MkdirTemp("", "gasburden-pictures-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	fonts, err := toolchain.ChineseFonts(root)
	if err != nil {
		return nil, err
	}
	args := []string{filepath.Join(root, "web", "render.mjs")}
	for i, font := range fonts {
		name := filepath.Join(dir, fmt.Sprintf("chinese-%d.woff2", i))
		if err := os.WriteFile(name, font, 0o600); err != nil {
			return nil, err
		}
		args = append(args, "-font", name)
	}
	names := slices.Sorted(maps.Keys(drawn))
	file := func(i int, extension string) string { return filepath.Join(dir, fmt.Sprint(i, extension)) }
	for i, name := range names {
		if err := os.WriteFile(file(i, ".svg"), []byte(drawn[name]), 0o600); err != nil {
			return nil, err
		}
		args = append(args, file(i, ".svg"), file(i, ".png"))
	}
	if out, err := exec.Command("node", args...).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("drawing %s: %w\n%s", strings.Join(names, ", "), err, bytes.TrimSpace(out))
	}
	pictures := map[string][]byte{}
	for i, name := range names {
		if pictures[name], err = os.ReadFile(file(i, ".png")); err != nil {
			return nil, err
		}
	}
	return pictures, nil
}
