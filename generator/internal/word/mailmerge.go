package word

import "bytes"

// mailMergeKinds are the relationships of a mail merge (ECMA-376-1, 17.14): to the
// list of recipients, which papers of this program have from elsewhere.
var mailMergeKinds = map[string]bool{"mailMergeSource": true, "mailMergeHeaderSource": true, "recipientData": true}

// dropMailMerge leaves out the settings of a mail merge: with them Word opens each
// paper by asking for the list of recipients.
func (t *Template) dropMailMerge() error {
	for _, one := range t.pack.parts {
		if from, ok := ownerOf(one.name); ok {
			if err := t.dropRecipients(one, from); err != nil {
				return err
			}
		}
	}
	for _, r := range t.pack.relations {
		settings := t.pack.find(r.Part(t.pack.main.name))
		if r.Kind() != "settings" || settings == nil {
			continue
		}
		if err := settings.read(maxText); err != nil {
			return err
		}
		if bytes.Contains(settings.data, []byte("mailMerge")) {
			settings.change(without(settings.data, "mailMerge", func(*element) bool { return true }))
		}
	}
	return nil
}

// dropRecipients leaves out the relationships of a mail merge.
func (t *Template) dropRecipients(links *part, from string) error {
	list, err := t.pack.relationsOf(from)
	if err != nil {
		return err
	}
	dropped := map[string]bool{}
	for _, r := range list {
		if !mailMergeKinds[r.Kind()] {
			continue
		}
		dropped[r.ID] = true
		if data := t.pack.find(r.Part(from)); data != nil && !r.IsExternal() {
			t.writing.dropped[data.name] = true
		}
	}
	if len(dropped) > 0 {
		links.change(without(links.data, "Relationship", func(e *element) bool { return dropped[e.attr("Id")] }))
	}
	return nil
}
