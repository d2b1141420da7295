package compose

import "protokol/generator/internal/meeting"

// Stamps are the marks of agreement (ГОСТ Р 7.0.97, «Гриф согласования») and where they stand: at the left of the mark
// of approval on the first sheet, or below the signatures.
type Stamps struct {
	First bool        `about:"грифы согласования — вверху, слева от грифа утверждения, а не под подписями"`
	List  []Agreement `about:"они"`
	Pairs []Pair      `about:"они же по два в ряд: внизу"`

	Earlier bool `about:"каждый ряд внизу — своя таблица: по правилам до 15"`
}

// Agreement is a mark of agreement.
type Agreement struct {
	By       string       `about:"чем согласовано: «протокол профкома от … № …»"`
	Position string       `about:"должность и организация согласовавшего"`
	Name     string       `about:"кто согласовал: «И.И. Первый»"`
	Date     ApprovalDate `about:"дата; пусто — место для неё"`
	Earlier  bool         `about:"гриф набран по правилам до 15"`
}

// Pair is a row of marks of agreement.
type Pair struct {
	Left  Agreement  `about:"гриф слева"`
	Right *Agreement `about:"гриф справа; в последнем ряду его может не быть"`
}

func (b *builder) stamps(key string, list []meeting.Agreement, first bool) Stamps {
	view := Stamps{First: first, Earlier: b.precedes(markRules)}
	for i, a := range list {
		approval := b.approval(element(key, i), (*meeting.Approval)(&a))
		view.List = append(view.List, Agreement(*approval))
	}
	for i := 0; i < len(view.List); i += 2 {
		pair := Pair{Left: view.List[i]}
		if i+1 < len(view.List) {
			pair.Right = &view.List[i+1]
		}
		view.Pairs = append(view.Pairs, pair)
	}
	return view
}
