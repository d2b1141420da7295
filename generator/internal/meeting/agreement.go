package meeting

import "fmt"

// Agreement is the mark of agreement (ГОСТ Р 7.0.97, «Гриф согласования»): by a person, by a body or by a letter.
type Agreement struct {
	// Чем согласовано, если не подписью человека: протокол заседания профкома от 01.02.2026 № 3, письмо Росархива
	// от 01.02.2026 № 15-1.
	By string `toml:"by"`
	// Должность того, кто согласовал.
	Position string `toml:"position"`
	// Его организация.
	Organization string `toml:"organization"`
	// Кто согласовал: имя, отчество и фамилия полностью.
	Name string `toml:"name"`
	// Дата согласования. Без неё печатается место для даты.
	Date Date `toml:"date"`
}

// agreed checks marks of agreement. Those above the title stand beside the mark of approval.
func (c *checker) agreed(key string, list []Agreement, first bool) {
	for i, a := range list {
		at := fmt.Sprintf("%s[%d]", key, i)
		if blank(a.By) && (blank(a.Name) || blank(a.Position)) {
			c.wrong(at, "не сказано, кто согласовал", `нужны position и name или by = "протокол … от … № …"`)
		}
		if !blank(a.By) && !blank(a.Name+a.Position+a.Organization) {
			c.warn(at, "кто согласовал, не печатается: назван документ (by)", "оставьте одно: by или position и name")
		}
		c.name(at+".name", a.Name)
		c.position(at+".position", a.Position)
	}
	if first && len(list) == 0 {
		c.warn(key+"_first", "нет ни одного грифа согласования", "добавьте раздел [["+key+"]]")
	}
}
