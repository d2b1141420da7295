package meeting

import (
	"fmt"
	"strconv"
	"strings"
)

// Cited is a decision cited by another paper.
type Cited struct {
	Decision
	Question int    // number of the item, from 1
	Key      string // key of the decision: "agenda[0].decisions[1]"
}

// Decision returns the decision "question.point". Both are positions in the
// file, from 1: explicit numbers may repeat. The error is a Russian clause.
func (m *Meeting) Decision(ref string) (Cited, error) {
	question, point, found := strings.Cut(ref, ".")
	q, err := strconv.Atoi(question)
	if err != nil || !found {
		return Cited{}, fmt.Errorf("непонятная ссылка на решение «%s»", ref)
	}
	p, err := strconv.Atoi(point)
	if err != nil {
		return Cited{}, fmt.Errorf("непонятная ссылка на решение «%s»", ref)
	}
	if q < 1 || q > len(m.Agenda) {
		return Cited{}, fmt.Errorf("вопроса %d нет, в повестке их %d", q, len(m.Agenda))
	}
	decisions := m.Agenda[q-1].Decisions
	if p < 1 || p > len(decisions) {
		return Cited{}, fmt.Errorf("пункта %d нет, в решении по вопросу %d их %d", p, q, len(decisions))
	}
	return Cited{decisions[p-1], q, fmt.Sprintf("agenda[%d].decisions[%d]", q-1, p-1)}, nil
}
