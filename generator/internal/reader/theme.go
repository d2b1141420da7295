package reader

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/opc"
)

// theme contains the fonts and colors that a document refers to by purpose (ECMA-376-1, 20.1.6). A nil one knows
// none.
type theme struct {
	fonts  map[string]string // of «major» and «minor»; "" for one that depends on the language
	colors map[string]string // "" for one that programs compute
	odd    bool              // programs read it differently: nothing in it is known
}

// readTheme reads the theme, which a document may lack.
func (a *parts) readTheme(beside []opc.Relationship, body string) error {
	i := slices.IndexFunc(beside, func(r opc.Relationship) bool { return r.Kind() == "theme" })
	if i < 0 || a.byName[beside[i].Part(body)] == nil {
		return nil
	}
	content, err := a.open(beside[i].Part(body))
	if err != nil {
		return err
	}
	defer content.Close()
	a.theme = &theme{fonts: map[string]string{}, colors: map[string]string{}}
	var open nesting
	for decoder := opc.NewLimited(content, &a.elements); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			a.version(open.strict)
			return nil
		}
		if err != nil {
			return unreadable(err, "тема DOCX не читается")
		}
		switch t := token.(type) {
		case xml.StartElement:
			odd := open.start(t)
			a.theme.odd = a.theme.odd || odd != "" || t.Name.Space == compatibility
			a.theme.element(t, &open)
		case xml.EndElement:
			open.end()
		}
	}
}

// Depths of the elements of a theme: its fonts and colors, and what changes these.
const (
	themeDepth  = 5
	changeDepth = 6
)

// element notes a font or a color of the theme itself: other schemes may follow it.
func (m *theme) element(t xml.StartElement, open *nesting) {
	depth := len(open.open)
	if depth < themeDepth {
		return
	}
	around := func(level int) string { return open.open[level-1].name }
	switch scheme := around(3); {
	case around(1) != "theme" || around(2) != "themeElements":
	case scheme == "clrScheme" && depth == themeDepth:
		keepOnce(m.colors, around(4), plainColor(t))
	case scheme == "clrScheme" && depth == changeDepth:
		m.colors[around(4)] = ""
	case scheme == "fontScheme" && depth == themeDepth:
		size := strings.TrimSuffix(around(4), "Font")
		if t.Name.Local == "latin" {
			keepOnce(m.fonts, size, attribute(t, "typeface"))
		} else if attribute(t, "script") == "Cyrl" {
			m.fonts[size] = ""
		}
	}
}

// keepOnce stores the value of a name, once.
func keepOnce(known map[string]string, name, said string) {
	if _, twice := known[name]; twice {
		said = ""
	}
	known[name] = said
}

// plainColor returns a color in six digits, or "" for one that is computed or differs between
// programs. Those of the system are as programs have them on white paper (20.1.10.58).
func plainColor(t xml.StartElement) string {
	given := strings.ToLower(attribute(t, "val"))
	if t.Name.Local == "sysClr" {
		named, last := given, strings.ToLower(attribute(t, "lastClr"))
		given = map[string]string{"windowtext": "000000", "window": "ffffff"}[named]
		if given != last {
			return ""
		}
	} else if t.Name.Local != "srgbClr" {
		return ""
	}
	if _, ok := luminance(given); !ok {
		return ""
	}
	return given
}

// colorNames are the colors of a theme by the names that documents give them (17.18.97).
var colorNames = map[string]string{"text1": "dk1", "text2": "dk2", "background1": "lt1", "background2": "lt2",
	"dark1": "dk1", "dark2": "dk2", "light1": "lt1", "light2": "lt2", "hyperlink": "hlink",
	"followedHyperlink": "folHlink"}

// plain returns a property with theme references replaced by fonts and colors. It keeps references that are not
// known, or that programs without themes show differently.
func (m *theme) plain(t xml.StartElement) xml.StartElement {
	if m == nil || m.odd {
		return t
	}
	switch t.Name.Local {
	case "rFonts":
		for _, script := range []string{"ascii", "hAnsi"} {
			named := value(t, script+"Theme") // not that of other scripts (17.18.96)
			size := strings.TrimSuffix(strings.TrimSuffix(named, "Ascii"), "HAnsi")
			if font := m.fonts[size]; size != named && font != "" {
				t = with(t, script, font, script+"Theme")
			}
		}
	case "color":
		t = m.color(t, "val", "themeColor", "themeTint", "themeShade")
	case "shd":
		t = m.color(t, "fill", "themeFill", "themeFillTint", "themeFillShade")
	}
	return t
}

// color is plain for a color with its keys.
func (m *theme) color(t xml.StartElement, plain, named, tint, shade string) xml.StartElement {
	name := value(t, named)
	base, err := strconv.ParseUint(m.colors[cmp.Or(colorNames[name], name)], 16, 32)
	if name == "" || err != nil {
		return t
	}
	share := func(key string) float64 {
		n, err := strconv.ParseUint(cmp.Or(value(t, key), "ff"), 16, 8)
		if err != nil {
			return -1
		}
		return float64(n) / 0xff
	}
	lighter, darker := share(tint), share(shade)
	if lighter < 0 || darker < 0 {
		return t
	}
	said, err := strconv.ParseUint(value(t, plain), 16, 32)
	color := ""
	for _, shift := range []int{16, 8, 0} {
		c := float64(base>>shift&0xff)*darker*lighter + 0xff*(1-lighter)
		if far := c - float64(said>>shift&0xff); err == nil && (far > farColor || far < -farColor) {
			return t
		}
		if given := float64(said >> shift & 0xff); err == nil && (given > c) == (plain == "val") {
			c = given // of the color for programs with themes and the one for others, the less legible
		}
		color += fmt.Sprintf("%02x", int(c))
	}
	return with(t, plain, color, named)
}

// farColor is the tolerance between a shade and the one that Office computes from the same color.
const farColor = 64

// with returns an element with an attribute set and another one removed.
func with(t xml.StartElement, key, text, removed string) xml.StartElement {
	list := slices.DeleteFunc(slices.Clone(t.Attr), func(a xml.Attr) bool {
		return a.Name.Space == t.Name.Space && (a.Name.Local == key || a.Name.Local == removed)
	})
	t.Attr = append(list, xml.Attr{Name: xml.Name{Space: t.Name.Space, Local: key}, Value: text})
	return t
}
