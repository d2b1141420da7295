package cos

import (
	"strconv"
	"strings"
)

// name reads a name and returns it as an Object, which is a Name (ISO 32000-1, 7.3.5).
func (p *parser) name() (Object, error) {
	p.pos++
	word := p.word()
	if name, ok := common[string(word)]; ok {
		return name, nil
	}
	b := make([]byte, 0, len(word))
	for i := 0; i < len(word); i++ {
		if word[i] < ' ' { // must be written as a code; some programs take it for white space
			return nil, p.errorf("имя с управляющим символом: %.20q", word)
		}
		if word[i] != '#' {
			b = append(b, word[i])
			continue
		}
		if i+2 >= len(word) {
			return nil, p.errorf("имя с неполным кодом: %.20q", word)
		}
		code, err := strconv.ParseUint(string(word[i+1:i+3]), 16, 8)
		if err != nil {
			return nil, p.errorf("имя с неверным кодом: %.20q", word)
		}
		b = append(b, byte(code))
		i += 2
	}
	return Name(b), nil
}

// common are the names that our files consist of. They are shared by all objects
// that are read: a file has hundreds of names and a few dozens of different ones.
var common = func() map[string]Object {
	table := map[string]Object{}
	for _, name := range strings.Fields(`
		Type Subtype Catalog Pages Page Parent Kids Count MediaBox Resources Contents Annots Tabs S StructParents
		Font XObject ProcSet ColorSpace PDF Text ImageB ImageC ImageI Names EmbeddedFiles F UF EF Desc Filespec
		EmbeddedFile Size Root Info ID Length Filter FlateDecode Length1 Params ModDate CreationDate Producer Title
		Author StructTreeRoot StructElem StructParent ParentTree ParentTreeNextKey K P Pg Obj OBJR MCR MCID A O
		Nums Limits Document Part Sect H1 H2 H3 Table TR TD TH L LI Lbl LBody Span Link Form Figure Artifact Alt
		Scope Row Column ColSpan Layout Annot Widget Rect Border URI AP N V T TU FT Tx Btn Ch Sig Ff DA DR Fields
		AcroForm SigFlags ByteRange Type0 CIDFontType2 TrueType BaseFont Encoding Identity-H Identity
		DescendantFonts ToUnicode CIDSystemInfo Registry Ordering Supplement FontDescriptor CIDToGIDMap DW W
		FontName Flags FontBBox ItalicAngle Ascent Descent CapHeight StemV FontFile2 F0 F1 F2 F3 F4 F5 F6 F7
		Image Width Height BitsPerComponent DeviceRGB DeviceGray BBox Matrix Lang MarkInfo Marked
		ViewerPreferences DisplayDocTitle Metadata OutputIntents Outlines First Last Prev Next Dest XYZ Fit`) {
		table[name] = Name(name)
	}
	return table
}()
