package style

// EmblemTop returns the distance of the picture that a paper begins with from the upper edge of the sheet, mm, or 0
// if it is where the text begins. A page number above the first page does not leave room for it; other numbers are
// not below it.
func (s *Sheet) EmblemTop() float64 {
	top, number := s.Page.Emblem, s.PageNumber
	if number.Show && number.FromBottom == 0 {
		if number.First {
			return 0
		}
		top = max(top, number.FromTop)
	}
	if s.Page.Emblem == 0 || top >= s.Page.Top {
		return 0
	}
	return top
}
