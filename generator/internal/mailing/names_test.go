package mailing

import (
	"strings"
	"testing"

	"protokol/generator/document"
)

// TestNameCells: a letter has the name of the cell in its address and in its
// salutation; what was corrected, separated or doubtful is a warning at the cell.
func TestNameCells(t *testing.T) {
	for _, test := range []struct{ row, address, salutation, warning string }{
		{"ООО «А»;О. И. Громов;директор", "Директору ООО «А»|Громову О.И.", "Уважаемый господин Громов!", ""},
		{"ООО «А»;Вера Павловна Лужина;директор", "Лужиной В.П.", "Уважаемая Вера Павловна!", ""},
		{"ООО «А»;фон Рихтер Карл Иванович;директор", "фон Рихтеру К.И.", "Уважаемый Карл Иванович!", ""},
		{"ООО «А»;Вера Станкевич;директор", "Станкевич В.", "Уважаемая госпожа Станкевич!", ""},
		{"ООО «А»;ГРОМОВ ОЛЕГ ИЛЬИЧ;директор", "Громову О.И.", "Уважаемый Олег Ильич!", "печатается «Громов О.И.»"},
		{"ООО «А»;д.м.н. Громов Олег Ильич;директор", "Громову О.И.", "Уважаемый Олег Ильич!", "«д.м.н.»"},
		{"ООО «А»;Громов О.И. - главный врач;", "Главному врачу ООО «А»|Громову О.И.", "Уважаемый господин Громов!",
			"должность: «главный врач»"},
		{"ООО «А»;Громов О.И., Ким В.П.;директор", "Громов О.И., Ким В.П.", "Уважаемые коллеги!", "двое"},
		{"ООО «А»;Громов О.И. 22-33-44;директор", "Громову О.И.", "Уважаемый господин Громов!", "22-33-44"},
		{"ООО «А»;ООО «Б»;директор", "Директору ООО «А»|ООО «Б»", "Уважаемые коллеги!", "организация"},
		{"ООО «А»;Роман Абрамович;директор", "Абрамовичу Р.", "Уважаемый господин Абрамович!", "не ясно"},
		{"ИП Громов О.И.;Громов Олег Ильич;", "Индивидуальному предпринимателю|Громову О.И.",
			"Уважаемый Олег Ильич!", ""},
		{"ИП Громов О.И.;Громов Олег Ильич;индивидуальный предприниматель",
			"Индивидуальному предпринимателю|Громову О.И.", "Уважаемый Олег Ильич!", ""},
		{"ИП Громов О.И.;Лужина Вера Павловна;бухгалтер", "Бухгалтеру ИП Громова О.И.|Лужиной В.П.",
			"Уважаемая Вера Павловна!", ""},
		{"МБОУ СОШ № 5;СИДО\u0301РОВА АННА ОЛЕГОВНА;ЗАМЕСТИТЕЛЬ ДИРЕКТОРА ПО УВР",
			"Заместителю директора по УВР МБОУ СОШ № 5|Сидоровой А.О.", "Уважаемая Анна Олеговна!",
			"печатается «заместитель директора по УВР»"},
		{"ООО «А»;Гро\u0301мов Олег Ильич;директор", "Громову О.И.", "Уважаемый Олег Ильич!", "убраны знаки ударения"},
		{"ООО «А»;г-жа Станкевич Саша;директор", "Станкевич С.", "Уважаемая госпожа Станкевич!", ""},
		{"ООО «А»;г-н Станкевич О. П.;директор", "Станкевичу О.П.", "Уважаемый господин Станкевич!", ""},
		{"ООО «А»;г-жа Громов О. И.;директор", "Громов О.И.", "Уважаемая госпожа Громов!",
			"не согласуются по роду"},
		{"ООО «А»;Образцов;директор", "Образцову|", "Уважаемый господин Образцов!", ""}, // not Образцов П.И., the chair
	} {
		printed, warnings := letterOf(t, "Организация;ФИО;Должность\n"+test.row+"\n")
		if !strings.Contains(printed, test.address) || !strings.Contains(printed, test.salutation) {
			t.Errorf("%s: want %s and %s in\n%s", test.row, test.address, test.salutation, printed)
		}
		if !strings.Contains(warnings, test.warning) || test.warning == "" && warnings != "" {
			t.Errorf("%s: warnings %q, want %q", test.row, warnings, test.warning)
		}
	}
}

// letterOf makes the letter for the only row and returns its text, with "|"
// between the lines, and the warnings.
func letterOf(t *testing.T, rows string) (printed, warnings string) {
	t.Helper()
	for record, err := range open(t, "letter", rows).Records() {
		if err != nil {
			t.Fatal(err)
		}
		paper, problems, err := record.Paper(t.Context())
		if err != nil || paper == nil {
			t.Fatal(err, problems)
		}
		for _, p := range problems {
			if !strings.Contains(p.Key, "строка 2, столбец") {
				t.Errorf("%v is not at a cell", p)
			}
			warnings += p.Message + "\n"
		}
		document.Texts(paper.Document, func(text string, _ document.Source) { printed += text + "|" })
		return strings.ReplaceAll(printed, "\u00a0", " "), warnings
	}
	t.Fatal("no rows")
	return "", ""
}

// TestPersonTwice: a person without an organization is found again in any order.
func TestPersonTwice(t *testing.T) {
	found := 0
	rows := "ФИО\nГромов Олег Ильич\nОлег Ильич Громов\nГромов Пётр Ильич\n"
	for record, err := range open(t, "letter", rows).Records() {
		if err != nil {
			t.Fatal(err)
		}
		if len(record.Problems) > 0 {
			found++
			if record.Row != 3 || !strings.Contains(record.Problems[0].Message, "строке 2") {
				t.Errorf("%v", record.Problems)
			}
		}
	}
	if found != 1 {
		t.Errorf("%d duplicates", found)
	}
}

// TestPromisedPosts: a post in the cell of a name is no surprise if its heading promises
// it, and a title alone is no salutation but says the gender.
func TestPromisedPosts(t *testing.T) {
	for _, test := range []struct{ list, address, salutation string }{
		{"Организация;Ф.И.О., должность\nООО «А»;Ильин Олег Павлович, директор\n",
			"Директору ООО «А»|Ильину О.П.", "Уважаемый Олег Павлович!"},
		{"Организация;ФИО и должность руководителя\nГородская больница;Главный врач Ильина Вера Павловна\n",
			"Главному врачу Городской больницы|Ильиной В.П.", "Уважаемая Вера Павловна!"},
		{"Обращение;Организация;ФИО\nГ-жа;ООО «А»;Станкевич О. П.\n", "Станкевич О.П.", "Уважаемая госпожа Станкевич!"},
		{"Обращение;Организация;ФИО\nг-н;ООО «А»;Станкевич О. П.\n", "Станкевичу О.П.",
			"Уважаемый господин Станкевич!"},
		{"Обращение;Организация;ФИО\nУважаемый;ООО «А»;Ильин О. П.\n", "Ильину О.П.", "Уважаемый господин Ильин!"},
		{"Организация тв. п.;ФИО р.п.;Должность р. п.\nООО «А»;Ильиной Веры Павловны;директора\n",
			"Директору ООО «А»|Ильиной В.П.", "Уважаемая Вера Павловна!"},
	} {
		printed, warnings := letterOf(t, test.list)
		if !strings.Contains(printed, test.address) || !strings.Contains(printed, test.salutation) || warnings != "" {
			t.Errorf("%s: want %s and %s in\n%s\nwarnings %q", test.list, test.address, test.salutation, printed,
				warnings)
		}
	}
}

// TestSalutationForEverybody: «Уважаемый» in every row says no gender.
func TestSalutationForEverybody(t *testing.T) {
	for _, title := range []string{"Уважаемый", "уважаемая"} {
		printed, _ := letterOf(t, "Обращение;Организация;ФИО\n"+title+";ООО «А»;Ильина В. П.\n")
		if !strings.Contains(printed, "Ильиной В.П.") || !strings.Contains(printed, "Уважаемая госпожа Ильина!") {
			t.Errorf("%s: %s", title, printed)
		}
	}
}

// TestUnpromisedPost: «ФИО должника» promises no post.
func TestUnpromisedPost(t *testing.T) {
	for heading, want := range map[string]string{"ФИО должника": "директор", "ФИО, должн.": ""} {
		_, warnings := letterOf(t, "Организация;"+heading+"\nООО «А»;Ильин Олег Павлович, директор\n")
		if !strings.Contains(warnings, want) || want == "" && warnings != "" {
			t.Errorf("%s: %q", heading, warnings)
		}
	}
}
