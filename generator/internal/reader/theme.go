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

// theme is the fonts and colors that a document names by what they are for (ECMA-376-1,
// 20.1.6). A nil one knows none.
type theme struct {
	fonts  map[string]string // of «major» and «minor»; "" for one that depends on the language
	colors map[string]string
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
			return nil
		}
		if err != nil {
			return unreadable(err, "тема DOCX не читается")
		}
		switch t := token.(type) {
		case xml.StartElement:
			open.start(t)
			a.theme.element(t, open.around(1), open.around(2))
		case xml.EndElement:
			open.end()
		}
	}
}

func (m *theme) element(t xml.StartElement, parent, above string) {
	size := strings.TrimSuffix(parent, "Font")
	switch {
	case size != parent && t.Name.Local == "latin":
		m.fonts[size] = value(t, "typeface")
	case size != parent && value(t, "script") == "Cyrl":
		m.fonts[size] = ""
	case above == "clrScheme":
		m.colors[parent] = strings.ToLower(cmp.Or(value(t, "lastClr"), value(t, "val")))
	}
}

// colorNames are the colors of a theme by the names that documents give them (17.18.97).
var colorNames = map[string]string{"text1": "dk1", "text2": "dk2", "background1": "lt1", "background2": "lt2",
	"dark1": "dk1", "dark2": "dk2", "light1": "lt1", "light2": "lt2", "hyperlink": "hlink",
	"followedHyperlink": "folHlink"}

// plain returns a property with the fonts and colors themselves in place of their names. It
// keeps the name of one that is not known, or that programs without themes show otherwise.
func (m *theme) plain(t xml.StartElement) xml.StartElement {
	if m == nil {
		return t
	}
	switch t.Name.Local {
	case "rFonts":
		for _, script := range []string{"ascii", "hAnsi"} {
			named := value(t, script+"Theme")
			if font := m.fonts[named[:min(len(named), len("major"))]]; named != "" && font != "" {
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
		n, err := strconv.ParseUint(value(t, key), 16, 8)
		if err != nil {
			return 1
		}
		return float64(n) / 0xff
	}
	lighter, darker := share(tint), share(shade)
	said, err := strconv.ParseUint(value(t, plain), 16, 32)
	color := ""
	for _, shift := range []int{16, 8, 0} {
		c := float64(base>>shift&0xff)*darker*lighter + 0xff*(1-lighter)
		if far := c - float64(said>>shift&0xff); err == nil && (far > farColor || far < -farColor) {
			return t
		}
		color += fmt.Sprintf("%02x", int(c))
	}
	return with(t, plain, color, named)
}

// farColor is how far a shade may be from that which Office computes of the same color.
const farColor = 64

// with returns an element with an attribute set and another one removed.
func with(t xml.StartElement, key, text, removed string) xml.StartElement {
	list := slices.DeleteFunc(slices.Clone(t.Attr), func(a xml.Attr) bool {
		return a.Name.Space == t.Name.Space && (a.Name.Local == key || a.Name.Local == removed)
	})
	t.Attr = append(list, xml.Attr{Name: xml.Name{Space: t.Name.Space, Local: key}, Value: text})
	return t
}
