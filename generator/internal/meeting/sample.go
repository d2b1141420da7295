package meeting

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"protokol/generator/internal/russian"
)

// Dates and times are written as a sample in the file shows. A sample is any
// date or time; only its notation counts.

var (
	clockDigits = regexp.MustCompile(`^(\D*)(\d{1,2})(\D+)(\d{2})(\D*)$`)
	sampleDate  = regexp.MustCompile(`^(\D*)(\d{1,2})([^\dа-яё]+)(\d{1,2}|[а-яё]+)(\D+)(\d{4})(\D*)$`)
)

func clockSample(sample string) (parts []string, ok bool) {
	if sample == "" {
		return nil, true
	}
	parts = clockDigits.FindStringSubmatch(sample)
	return parts, parts != nil
}

// ClockLike returns a time in the notation of a sample: «9 час. 05 мин.». The
// default notation has a full stop, as in official papers.
func ClockLike(sample string, c Clock) string {
	parts, _ := clockSample(sample)
	if parts == nil {
		return fmt.Sprintf("%02d.%02d", c.Hour, c.Minute)
	}
	return parts[1] + like(parts[2], c.Hour) + parts[3] + fmt.Sprintf("%02d", c.Minute) + parts[5]
}

// like returns a number with a leading zero if its sample has one.
func like(sample string, n int) string {
	if strings.HasPrefix(sample, "0") {
		return fmt.Sprintf("%02d", n)
	}
	return strconv.Itoa(n)
}

func validDateSample(sample string) bool { return sample == "" || sampleDate.MatchString(sample) }

// DateLike returns a date in the notation of a sample: «5 марта 2026 года».
func DateLike(sample string, d Date) string {
	parts := sampleDate.FindStringSubmatch(sample)
	if parts == nil {
		return russian.DateDigits(d.Year, d.Month, d.Day)
	}
	day, month := like(parts[2], d.Day), russian.MonthGenitive(d.Month)
	if parts[4][0] <= '9' { // both in digits: 31.12.2026 has two everywhere
		month = like(parts[4], d.Month)
		if len(parts[2])+len(parts[4]) == len("3112") {
			day, month = fmt.Sprintf("%02d", d.Day), fmt.Sprintf("%02d", d.Month)
		}
	}
	return parts[1] + day + parts[3] + month + parts[5] + strconv.Itoa(d.Year) + parts[7]
}

var sampleMinutes = regexp.MustCompile(`^(\D*)\d+(\s*)(минута|минуты|минут)?(\D*)$`)

// MinutesLike returns a number of minutes in the notation of a sample:
// «(20 минут)».
func MinutesLike(sample string, n int) string {
	parts := sampleMinutes.FindStringSubmatch(sample)
	switch {
	case parts == nil:
		return sample
	case parts[3] == "":
		return parts[1] + strconv.Itoa(n) + parts[2] + parts[4]
	}
	return parts[1] + russian.Count(n, "минута", "минуты", "минут") + parts[4]
}
