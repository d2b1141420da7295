package russian

import "testing"

func TestIsBodyOblique(t *testing.T) {
	for body, want := range map[string]bool{
		"Департамента образования": true, "Департаменту образования": true, "Администрации города Смоленска": true,
		"Финансового управления": true, "Финансовому управлению": true, "Министерству финансов": true,
		"Смоленской областной Думы": true, "Музея истории": true, "Школе № 5": true, "Центральной библиотеке": true,
		"Центром занятости": true, "Городской больницей № 3": true, "Финансовым управлением": true,
		"Департамент образования": false, "Администрация города": false, "Финансовое управление": false,
		"Министерство финансов": false, "Дума": false, "ООО «А»": false, "Музей истории": false, "Школа № 5": false,
		"Цветочный дом": false, "Тепловые сети": false, "Бюро кадастра": false, "Заря": false, "Сбербанк России": false,
	} {
		if got := IsBodyOblique(body); got != want {
			t.Errorf("%s: got %v", body, got)
		}
	}
}

// TestAcronymsInI: abbreviations in -И are no plurals.
func TestAcronymsInI(t *testing.T) {
	for body, want := range map[string]string{
		"ВНИИ": "ВНИИ", "СГИИ": "СГИИ", "МАДИ": "МАДИ", "ГБУ ВНИИ": "ГБУ ВНИИ", "ТЕПЛОВЫЕ СЕТИ": "ТЕПЛОВЫХ СЕТЕЙ",
	} {
		if got := AfterPosition(body).Text; got != want {
			t.Errorf("%s: got %s", body, got)
		}
	}
}

// TestPossessives: adjectives of people and animals in -ий are possessive.
func TestPossessives(t *testing.T) {
	for body, want := range map[string]string{
		"Новодевичий монастырь": "Новодевичьего монастыря", "Рыбий рынок": "Рыбьего рынка",
		"Собачья площадка": "Собачьей площадки", "Горячий цех": "Горячего цеха", "Совет поколений": "Совета поколений",
	} {
		if got := AfterPosition(body).Text; got != want {
			t.Errorf("%s: got %s", body, got)
		}
	}
	if got := AfterPosition("Лебяжье"); got.Text != "Лебяжье" || got.Doubt == "" {
		t.Errorf("a village: %v", got)
	}
}

// TestPluralsInI: short plurals in capitals are no abbreviations beside an adjective or if their singular is listed.
func TestPluralsInI(t *testing.T) {
	for body, want := range map[string]string{
		"БЕЛЫЕ НОЧИ": "БЕЛЫХ НОЧЕЙ", "РУССКИЕ ПЕЧИ": "РУССКИХ ПЕЧЕЙ", "МОСКОВСКИЕ НОЧИ": "МОСКОВСКИХ НОЧЕЙ",
		"ЮНЫЕ ВРАЧИ": "ЮНЫХ ВРАЧЕЙ", "ВРАЧИ": "ВРАЧЕЙ",
	} {
		if got := AfterPosition(body).Text; got != want {
			t.Errorf("%s: got %s", body, got)
		}
	}
	for _, body := range []string{"МУП ГОРОДСКИЕ БАНИ", "ООО БЕЛЫЕ НОЧИ", "ТЕАТР БЕЛЫЕ НОЧИ"} {
		if got := AfterPosition(body); got.Doubt == "" {
			t.Errorf("%s: %s without a doubt", body, got.Text)
		}
	}
}
