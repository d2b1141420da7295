package russian

import "testing"

// TestClergy reads names with ranks of the clergy. The right value is
// «position|name in the dative». Such a name is not addressed by «Уважаемый».
func TestClergy(t *testing.T) {
	for text, want := range map[string]string{
		"епископ Исидор":                                    "епископ|Исидору",
		"Митрополит Исидор":                                 "Митрополит|Исидору",
		"Епископ Вельский Макарий":                          "Епископ Вельский|Макарию",
		"архиепископ Вельский и Каргопольский Макарий":      "архиепископ Вельский и Каргопольский|Макарию",
		"Макарий, митрополит Вельский и Каргопольский":      "митрополит Вельский и Каргопольский|Макарию",
		"Преосвященный Макарий, епископ Вельский":           "епископ Вельский|Макарию",
		"Святейший Патриарх Московский и всея Руси Макарий": "Святейший Патриарх Московский и всея Руси|Макарию",
		"архимандрит Макарий (Громов)":                      "архимандрит|Макарию",
		"игумения Ксения":                                   "игумения|Ксении",
		"иерей Иоанн Лужин":                                 "иерей|Иоанну Лужину",
		"Протоиерей Олег Шевченко":                          "Протоиерей|Олегу Шевченко",
		"прот. Олег Лужин":                                  "прот.|Олегу Лужину",
		"отец Макарий":                                      "отец|Макарию",
		"о. Макарий":                                        "о.|Макарию",
	} {
		p := ParsePerson(text, Unknown)
		if got := p.Post + "|" + p.In(Dative).Text; got != want || len(p.Doubts) > 0 || len(p.Remarks) == 0 {
			t.Errorf("%s: %s, want %s; %q %q", text, got, want, p.Remarks, p.Doubts)
		}
		if a := p.Address(); a.Name != "" || a.Doubt == "" {
			t.Errorf("%s: addressed as %+v", text, a)
		}
	}
	for _, text := range []string{"Монах Олег", "Священник Громов", "епископ Вельский", "иерей"} {
		if p := ParsePerson(text, Unknown); len(p.Doubts) == 0 {
			t.Errorf("%s: no doubt, post %q", text, p.Post)
		}
	}
	for text, isCleric := range map[string]bool{
		"Лужин Олег, протоиерей": true, "настоятель храма иерей Олег Лужин": true, "Лужин Олег (священник)": true,
		"отец Лужин Олег": false, "секретарь епископа Олег Лужин": false,
	} {
		p := ParsePerson(text, Masculine)
		if a := p.Address(); (a.Doubt == doubtClergy) != isCleric || isCleric && a.Name != "" {
			t.Errorf("%s: addressed as %+v", text, a)
		}
	}
	if p := ParsePerson("протоиерей Лужин Олег Ильич", Unknown); p.Address().Name != "Олег Ильич" {
		t.Errorf("addressed as %+v", p.Address())
	}
}

// TestRankDoubt: the clergy of all confessions is addressed by the rank.
func TestRankDoubt(t *testing.T) {
	for post, want := range map[string]bool{
		"протоиерей": true, "имам": true, "имам-хатыб мечети": true, "главный раввин": true, "пастор": true,
		"директор": false, "ламинатор": false,
	} {
		if got := RankDoubt(post) != ""; got != want {
			t.Errorf("%s: %v", post, got)
		}
	}
}
