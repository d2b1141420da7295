package attack

import "strings"

// sentences lists the attacks on a DOCX, separated by semicolons, with the part of the report that describes them.
var sentences = map[string]string{
	"среди скрытого и нечитаемого (белого, мелкого) стоит «": `vanish; white; one point; web hidden; vanish by a style;
		vanish by the defaults; concealed by theme color; concealed by shade of the paper; concealed by theme font;
		concealed by East Asian font; concealed by yellow; concealed by light gray; concealed by pattern;
		concealed by complex script; concealed by superscript; concealed by stamped; concealed by two lines in one;
		concealed by another namespace; concealed by larger than a sheet; concealed black ground; concealed in a code;
		concealed by a merged cell; concealed by the ground of a cell; concealed by two styles;
		concealed by the standard style of characters; concealed by the standard style of tables;
		concealed by ink of a style; concealed by the background; twice the defaults; sheet: letters far apart`,
	"стоит «ПРОТОКОЛ900»":                     "words added; insertion",
	"в начале документа нет «ПРОТОКОЛ»":       "deletion",
	"в надписи или рисунке стоит «900»":       "text box; fallback",
	"Word заполняет сам, стоит «INCLUDETEXT»": "field",
	"Word заменит другими данными":            "binding; binding of Word 2013",
	"вставка другого документа":               "other file inside",
	"набраны шрифтом, которого нет":           "concealed by unknown font",
	"свёрнутый раздел":                        "concealed collapsed",
	"стоит «ПРОТОКОЛне⟨№⟩»":                   "concealed by a code",
	"стоит «ПРОТОКОЛ⟨№⟩»":                     "concealed by a number",
	"Word заполняет сам, стоит «PAGE»":        "concealed by a picture",
	"ссылка: http://example.org/":             "concealed by a link; type of a link in small letters",
	"знак среди слов, которого":               "concealed by the year",
	"разметка внутри слов":                    "concealed in an element",
	"слова не там, где их показывают": `concealed in properties; concealed in a section;
		concealed without a place`,
	"разметка двух версий":                      "concealed strict",
	"строка таблицы ровно 0 мм":                 "concealed by a flat row",
	"таблица, которую можно увести с листа":     "concealed by a floating table",
	"поля ячейки, которые уводят слова":         "concealed by the margin of a cell",
	"повёрнутые слова":                          "concealed by turned text",
	"вложенный шрифт":                           "concealed by an embedded font",
	"вместо шрифта указан другой: Wingdings":    "concealed by another name of a font",
	"вместо шрифта указан другой: Code 39":      "packed with another name of a font",
	"две части одного вида: styles":             "concealed by other styles",
	"лист, на котором слов не видно":            "concealed by the sheet",
	"в колонтитулах нет номеров листов":         "concealed by dropping a header",
	"стоит «проведения:20.11.2017»":             "concealed by spaces",
	"поля листа, при которых слов не видно":     "concealed by the margins; sheet: high margins; sheet: a gutter",
	"рамка вокруг абзаца, которая может увести": "moved by a text frame of another name",
	offSheet: `concealed hanging; concealed in characters; concealed by the indent of a style; tabled far left;
		moved by a far negative indent; moved by an indent in another unit; moved by a hanging line;
		moved by indents that leave no room`,
	"строки, сжатые так, что слов не видно": `moved by lines in each other; moved by lines of another unit;
		sheet: lines of six points`,
	"абзац, написанный справа налево": "moved by writing from right to left",
	"место табуляции за краем листа": `moved by a tab stop; moved by a tab to the left;
		sheet: the default tab`,
	"колонки, в которых слова":                "moved by a narrow column; moved by columns far apart",
	"сетка, которая сжимает буквы или строки": "moved by a grid of characters; moved by a grid of flat lines",
	"номера строк на полях":                   "moved by lines of numbers",
	"слияние с данными из другого файла":      "set to mail merge",
	"свои колонтитулы на чётных листах":       "set to even headers",
	"цвета букв и листа поменяны местами":     "set to mapped colors",
	"печать одних полей формы":                "set to forms data only",
	"фон листов":                               "painted on a background",
	"таблица шире листа":                       "tabled beyond the sheet; tabled with a wide grid",
	"строка таблицы, сдвинутая вбок":           "tabled after a gap",
	"столбец таблицы, в котором слов не видно": "tabled in a sliver",
	"ячейка, сжимающая слова":                  "tabled to fit",
	"строка таблицы, помеченная удалённой":     "tabled in a deleted row",
	"строка или ячейка таблицы, помеченная":    "tabled in a deleted cell",
	"промежутки в таблице":                     "tabled with far cells",
	"столбцы таблицы в обратном порядке":       "tabled from right to left",
	"в таблицах стоят в других ячейках": `tabled in other cells; cells shifted; cells emptied;
		cells moved down`,
	"две связи с одним именем":     "packed with a name twice",
	"часть не своего типа: styles": "packed under another type; type of a part left out",
	"часть двух типов":             "packed under two types",
	"надстройка Office":            "packed with an add-in",
	"свои меню Office":             "packed with menus",
	"имя части, которое программы понимают": `packed with a backslash; packed in pieces; packed in code;
		packed from the root`,
	"другое: название — «Приказ":                "packed under another title",
	"другое: автор — «Не":                       "packed by another author",
	"другое: ключевые слова — «утверждено»":     "packed with keywords",
	"«1. 900 000 О», а по исходному файлу «1.":  "numbered with a number",
	"«1. − О», а по исходному файлу «1.":        "numbered with a minus",
	"«1 (upperRoman). О», а по исходному файлу": "numbered of another kind",
	"не те: ничего, а по исходному файлу «1. О": "numbered hidden; numbered without a number",
	"номера списков не те: «1.1. О»":            "numbered otherwise in one paragraph",
	"номера списков не те: «2. Об»":             "numbered no more",
	"номера списков не те: «1. Чуранов»":        "numbered anew",
	"два стиля с одним именем":                  "twice a style; twice by alternatives of a style",
	"записанное дважды: vanish":                 "twice vanish",
	"записанное дважды: color":                  "twice a color",
	"записанное дважды: sz":                     "twice a size",
	"записанное дважды: pStyle":                 "twice a style of a paragraph",
	"записанное после слов: rPr":                "twice properties",
	"записанное после слов: pPr":                "twice properties of a paragraph; kind of properties behind words",
	"два списка под одним номером":              "twice a list; twice the levels of a list",
	"рисунков и вставленных объектов 1":         "twice by alternatives of a number; number of a picture",
	"стиль не своего вида":                      "kind of a style; kind of a style below",
	"скрытый конец абзаца":                      "kind of the mark of a paragraph",
	"номера списка, которых не видно": `number white; number tiny; number struck; number in signs;
		number without ink`,
	"программа не знает: isLgl":                   "number in Arabic digits",
	"не знает: doNotDisplayPageBoundaries":        "sheet: hidden margins",
	"программа не знает: printTwoOnOne":           "sheet: two sheets on one",
	"программа не знает: bookFoldPrinting":        "sheet: a book",
	"программа не знает: saveThroughXslt":         "sheet: another program",
	"программа не знает: printPostScriptOverText": "sheet: PostScript",
	"показ не по листам: outline":                 "sheet: an outline",
	"другие номера листов: с 900":                 "sheet: the number of the first page",
	"другие номера листов: вида upperRoman":       "sheet: the kind of page numbers",
	"пустое место, которое уводит слова с листа":  "sheet: space before",
	"программа не знает: shadow":                  "effect of a shadow",
	"программа не знает: reflection":              "effect of a reflection",
	"программа не знает: props3d":                 "effect of depth",
	"программа не знает: scene3d":                 "effect of a scene",
	"шрифт, который назван шрифтом знаков":        "effect of signs for letters",
	"связь частей, которую читают не все":         "type of another namespace",
	"другое: организация — «ООО":                  "type of a company",
	"другое: руководитель — «Иванов»":             "type of a manager",
	"другое: Гриф — «Утверждено»":                 "type of own properties",
	"другое: создан — «2001":                      "type of an earlier date",
	"уменьшенный вид первого листа":               "type of a thumbnail",
	"строка таблицы ровно 5 мм":                   "row of one line",
	"программа не знает: tl2br":                   "row crossed out",
	"программа не знает: tblDescription":          "row described",
	"программа не знает: tblStylePr":              "row of a style",
	"рисунок не тот, что в исходном файле": `picture replaced; picture said to be another;
		picture of another part`,
	"показан не так, как в исходном файле: растянут": "picture grown",
	"не так, как в исходном файле: обрезан":          "picture cut",
	"не так, как в исходном файле: повёрнут":         "picture turned",
	"не так, как в исходном файле: перекрашен":       "picture bleached",
}

const offSheet = "отступ, который уводит слова с листа"

// sentenceOf maps the name of an attack to its sentence.
var sentenceOf = func() map[string]string {
	by := map[string]string{}
	for said, names := range sentences {
		for name := range strings.SplitSeq(names, ";") {
			by[strings.Join(strings.Fields(name), " ")] = said
		}
	}
	return by
}()

// named sets the sentences of attacks that do not have one.
func named(list []WordAttack) []WordAttack {
	for i := range list {
		if list[i].Says == "" {
			list[i].Says = sentenceOf[list[i].Name]
		}
	}
	return list
}
