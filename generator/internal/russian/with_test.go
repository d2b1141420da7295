package russian

import "testing"

func TestTakesSo(t *testing.T) {
	for word, want := range map[string]bool{"стенограммой": true, "Справкой": true, "схемой": true, "сметой": true,
		"штатным расписанием": true, "всеми": true, "щитом": true, "знаком": true, "": false, "с": false,
		"протоколом": false, "сообщением": false, "заключением": false, "актом": false, "выпиской": false} {
		if got := TakesSo(word); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
}
