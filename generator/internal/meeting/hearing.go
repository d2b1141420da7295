package meeting

import (
	"fmt"

	"protokol/generator/internal/russian"
)

// Speech is what a person said, or what was heard without a name.
type Speech struct {
	// Что сказано. Пишется после тире: «— сообщил, что …».
	Text string `toml:"text,short"`
	// Кто говорил: имя из people; другой человек — вместе с position.
	Name string `toml:"name"`
	// Должность говорившего, если её надо напечатать или его нет в people.
	Position string `toml:"position"`
	// true — текст доклада прилагается.
	Attached bool `toml:"attached"`
	// Номер приложения с текстом доклада.
	Annex int `toml:"annex" jsonschema:"minimum=1"`
}

// Exchange is a question and the answer to it.
type Exchange struct {
	// Вопрос. Имя из people вместо него говорит, кто задавал вопросы, если сами они не записаны: «Вопросы задали: …».
	Text string `toml:"text,short" jsonschema:"required"`
	// Кто спросил: имя из people или слова: из зала.
	Name string `toml:"name"`
	// Ответ.
	Answer string `toml:"answer"`
	// Кто ответил: имя из people.
	By string `toml:"by"`
}

// Opinion is a dissenting opinion (особое мнение).
type Opinion struct {
	// Чьё мнение: имя из people.
	Name string `toml:"name" jsonschema:"required"`
	// Само мнение.
	Text string `toml:"text"`
	// true — мнение прилагается отдельным листом.
	Attached bool `toml:"attached"`
	// Номер приложения с мнением.
	Annex int `toml:"annex" jsonschema:"minimum=1"`
}

func (c *checker) speeches(key string, list []Speech) {
	for i, s := range list {
		at := fmt.Sprintf("%s[%d]", key, i)
		c.position(at+".position", s.Position)
		isUnnamed := s.Name != "" && c.directory.find(s.Name) < 0 && russian.NamesRole(s.Name)
		if s.Position != "" && !isUnnamed {
			c.name(at+".name", s.Name)
		}
		switch {
		case isUnnamed: // «Житель посёлка Дальний»
		case s.Name != "" && s.Position == "":
			c.known(at+".name", s.Name)
		case s.Name == "":
			c.text(at, s.Text, "не сказано, что и кого слушали")
		}
		c.annexExists(at+".annex", s.Annex)
	}
}

func (c *checker) questions(key string, list []Exchange) {
	for i, q := range list {
		at := fmt.Sprintf("%s[%d]", key, i)
		c.text(at+".text", q.Text, "вопрос пуст")
		if q.By != "" {
			c.known(at+".by", q.By)
		}
	}
}

func (c *checker) opinions(key string, list []Opinion) {
	for i, o := range list {
		at := fmt.Sprintf("%s[%d]", key, i)
		c.role(at+".name", o.Name, "не сказано, чьё это мнение", "назовите человека так же, как в people")
		if blank(o.Text) && !o.Attached && o.Annex == 0 {
			c.wrong(at, "у особого мнения нет ни текста, ни приложения",
				"добавьте text = \"…\", attached = true или annex = 1")
		}
		c.annexExists(at+".annex", o.Annex)
	}
}

// annexExists requires the number of an annex, or 0.
func (c *checker) annexExists(key string, number int) {
	if n := len(c.annexes); number < 0 || number > n {
		c.wrong(key, fmt.Sprintf("приложения № %d нет: приложений %d", number, n),
			"приложения — это разделы [[annexes]], номера по порядку")
	}
}
