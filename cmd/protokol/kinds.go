package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

// kindFlags say what to print, and what some kinds want to know besides.
func kindFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "kind", Value: "protocol", Usage: "виды документов через запятую или all: " + strings.Join(kindNames(), ", ")},
		&cli.StringFlag{Name: "items", Usage: "вопросы для выписки: 1,3 или 2-4"},
		&cli.BoolFlag{Name: "blank", Usage: "заявление и согласие бланком, даже если данные есть"},
		&cli.BoolFlag{Name: "fillable", Usage: "заявление и согласие с полями, которые заполняют на экране"},
		&cli.BoolFlag{Name: "each", Usage: "письма и уведомления: каждому адресату своё"},
		&cli.StringFlag{Name: "sort", Usage: "поручения по порядку: point (пункты протокола) или deadline (сроки)"},
	}
}

// wanted is what the command line asks for.
type wanted struct {
	kinds  []generator.Kind
	all    bool // every paper the file has data for
	common generator.Request
}

// readWanted reads the flags that say what to print.
func readWanted(c *cli.Context) (wanted, error) {
	list, all, err := kinds(c)
	if err != nil {
		return wanted{}, err
	}
	items, err := items(c)
	if err != nil {
		return wanted{}, err
	}
	order := c.String("sort")
	if !slices.Contains([]string{"", "point", "deadline"}, order) {
		return wanted{}, usagef(c, "неизвестный порядок «%s»; есть point и deadline", order)
	}
	if !all && len(items) == 0 && slices.ContainsFunc(list, func(k generator.Kind) bool { return k.Name == "extract" }) {
		return wanted{}, usagef(c, "для выписки укажите вопросы: --items 1,3")
	}
	return wanted{list, all, generator.Request{Items: items, Blank: c.Bool("blank"), Fillable: c.Bool("fillable"), Sort: order}}, nil
}

// kinds reads --kind.
func kinds(c *cli.Context) (list []generator.Kind, all bool, err error) {
	for _, name := range strings.Split(c.String("kind"), ",") {
		if name = strings.ToLower(strings.TrimSpace(name)); name == "all" {
			return generator.Kinds(), true, nil
		}
		kind, err := generator.FindKind(name)
		if err != nil {
			return nil, false, usagef(c, "%v", err)
		}
		if !slices.ContainsFunc(list, func(k generator.Kind) bool { return k.Name == name }) {
			list = append(list, kind)
		}
	}
	return list, false, refuseOptions(c, list)
}

// refuseOptions refuses an option that none of the papers takes.
func refuseOptions(c *cli.Context, list []generator.Kind) error {
	for _, option := range []string{"items", "blank", "fillable", "each", "sort"} {
		takes := func(k generator.Kind) bool { return slices.Contains(k.Options, option) }
		if !c.IsSet(option) || slices.ContainsFunc(list, takes) {
			continue
		}
		var names []string
		for _, k := range generator.Kinds() {
			if takes(k) {
				names = append(names, k.Name)
			}
		}
		return usagef(c, "параметр --%s нужен только для --kind %s", option, strings.Join(names, ","))
	}
	return nil
}

// requests are the papers to print, in the order they were asked for: a letter
// once for every addressee when that was asked for.
func (w wanted) requests(m *generator.Meeting, each bool) []generator.Request {
	var asked []generator.Request
	for _, kind := range w.kinds {
		r := w.common
		r.Kind = kind.Name
		if w.all && !m.Gives(r) {
			continue
		}
		if each {
			asked = append(asked, m.Each(r)...)
		} else {
			asked = append(asked, r)
		}
	}
	return asked
}

// kindNames are the names of all kinds.
func kindNames() (names []string) {
	for _, k := range generator.Kinds() {
		names = append(names, k.Name)
	}
	return names
}

// maxItem bounds the numbers of --items, so that a range stays short.
const maxItem = 999

// items reads --items: numbers and ranges.
func items(c *cli.Context) ([]int, error) {
	text := c.String("items")
	if text == "" {
		return nil, nil
	}
	var list []int
	for _, part := range strings.Split(text, ",") {
		from, to, isRange := strings.Cut(strings.TrimSpace(part), "-")
		if !isRange {
			to = from
		}
		low, err1 := strconv.Atoi(from)
		high, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || low < 1 || high < low || high > maxItem {
			return nil, usagef(c, "непонятный список вопросов «%s»; пишется так: --items 1,3 или --items 2-4", text)
		}
		for n := low; n <= high; n++ {
			if !slices.Contains(list, n) {
				list = append(list, n)
			}
		}
	}
	return list, nil
}
