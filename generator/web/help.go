package web

import (
	"net/http"
	"strings"

	"protokol/generator"
)

// helpPage is the page with first steps, the reference of keys, and licences.
type helpPage struct {
	header
	Query, Fault     string
	Fields           []fieldHelp
	Keys             string // the reference of the text of the file, or its part about Query
	Version, Notices string
	Schemas          []Option
}

// schemaTitles are the schemas for text editors.
var schemaTitles = []Option{{Value: "meeting", Label: "заседание"}, {Value: "council", Label: "орган"},
	{Value: "settings", Label: "настройки"}, {Value: "style", Label: "таблица стилей"}}

// showHelp shows the page; "all" asks for the whole reference.
func (s *Server) showHelp(w http.ResponseWriter, r *http.Request) error {
	page := helpPage{header: s.header("/help"), Query: strings.TrimSpace(r.FormValue("q")), Version: generator.Version,
		Notices: generator.Notices(), Schemas: schemaTitles}
	if page.Query != "" || r.URL.Query().Has("all") {
		text, err := generator.Keys(page.Query)
		page.Fields, page.Keys = fieldsAbout(page.Query), strings.TrimSpace(text)
		if err != nil && len(page.Fields) == 0 {
			page.Fault = sentenceOf(err)
		}
	}
	return s.show(w, http.StatusOK, "help", page)
}

// schema sends a JSON Schema.
func (s *Server) schema(w http.ResponseWriter, r *http.Request) error {
	text, err := generator.Schema(r.PathValue("name"))
	if err != nil {
		return failf(http.StatusNotFound, "Такой схемы нет.")
	}
	w.Header().Set("Content-Type", "application/schema+json")
	_, err = w.Write([]byte(text))
	return err
}
