package fields

// Russian names of the keys of the file that have no rules of their own, by the
// section and the key, or by the key alone.
var russianKeys = map[string]string{
	"letterhead": "бланк", "applicant": "заявитель", "application": "заявление", "consent": "согласие",
	"approval": "утверждение", "executor": "исполнитель", "council": "совет", "extract": "выписка",
	"attendance": "явка", "counting": "счётная комиссия, счетная комиссия", "letter": "письмо о решениях",
	"invitation": "приглашение", "notice": "уведомление", "reply_to": "ответ на", "contact": "контакт",
	"ballots": "бюллетени", "certified": "заверение копии", "commission": "комиссия",

	"phone": "телефон", "fax": "факс", "email": "почта", "address": "адрес", "site": "сайт", "inn": "инн",
	"kpp": "кпп", "ogrn": "огрн", "ogrnip": "огрнип", "okpo": "окпо", "index": "индекс", "name": "название",
	"parent": "учредитель", "short_name": "краткое название", "postal_address": "почтовый адрес",
	"head": "руководитель", "basis": "основание", "position": "должность", "bank": "банк", "bik": "бик",
	"account": "счёт, счет", "staff": "штат", "charter": "устав", "date": "дата", "operator": "оператор",
	"purpose": "цель", "term": "срок", "subject": "субъект", "passport": "паспорт", "by": "кем", "reason": "причина",
	"organization": "организация", "original": "подлинник", "keyword": "слово перед решением",
	"findings_keyword": "слово перед установленным",
	"member":           "член органа", "fields": "деятельность", "offer": "предложение", "unit": "единица",
	"number": "номер", "title": "название", "text": "текст", "label": "подпись строки", "caption": "заголовок",
	"heading": "заголовок", "salutation": "обращение", "closing": "заключительные слова", "signer": "подписавший",
	"signer_role": "должность подписавшего", "subtitle": "подзаголовок", "city": "город", "sheets": "листов",
	"copies_": "экземпляров", "point": "пункт", "time": "время", "last_date": "последний день", "start": "начало",
	"end": "окончание", "place": "место", "before": "перед вопросом", "after": "после вопроса", "alt": "описание",
	"annex": "номер приложения", "answer": "ответ", "attached": "прилагается", "report": "вид доклада",
	"added": "включён в повестку, включен в повестку", "secret": "тайное", "roll": "поимённое", "words": "слова",
	"not_voting": "не голосовали", "invalid": "недействительных", "issued": "выдано бюллетеней",
	"unissued": "осталось бюллетеней", "returned": "возвращено бюллетеней", "outcome": "итог",
	"members": "всего членов", "present": "присутствовало", "proxies": "доверенностей", "votes": "голосов",
	"absent": "отсутствовало", "first_date": "первый день", "date_text": "дата словами файла", "seal": "печать",
	"separate": "хранится отдельно", "printed": "напечатано", "left": "осталось", "for": "за", "against": "против",
	"abstained": "воздержались", "postal_same": "почтовый адрес тот же", "time_zone": "часовой пояс",

	"office": "кого избирали", "vote": "голосование", "candidate.name": "имя, фио", "withdrew": "самоотвод",
	"cumulative": "кумулятивных мест",
	"vote.text":  "пояснение", "question.name": "имя, кто спросил", "question.by": "кто ответил",
	"question.text": "текст, вопрос из зала", "opinion.name": "имя, чьё", "arrived.name": "имя, фио",
	"left.name": "имя, фио", "head.name": "имя, фио", "contact.name": "имя, фио", "subject.name": "имя, фио",
	"signer.name": "имя, фио, название", "copie.name": "имя, фио, название", "from.name": "имя, фио, название",
	"approval.name": "имя, фио",
	"agreed.name":   "имя, фио", "executor.name": "имя, фио", "to.name": "имя, фио", "counting.chair": "председатель",
	"commission.chair": "председатель", "council.name": "название",
	"council.cluster": "кластер", "chair": "голос председательствующего", "signer.role": "должность, роль",
	"question.chair": "ведущий",
	"agenda_vote":    "голосование по повестке", "attachment.copies": "экземпляров",
	"council.chair_role":     "роль председателя",
	"council.secretary_role": "роль секретаря", "application.to": "кому",
}

// listNames are the Russian names of lists, and of their items in the nominative
// and the genitive.
var listNames = map[string][3]string{
	"co_chairs":  {"сопредседатели", "сопредседатель", "сопредседателя"},
	"remote":     {"участвовали дистанционно, дистанционно", "участвующий дистанционно", "участвующего дистанционно"},
	"arrived":    {"пришли позже, опоздавшие", "пришедший позже", "пришедшего позже"},
	"left":       {"ушли раньше", "ушедший раньше", "ушедшего раньше"},
	"parts":      {"части", "часть", "части заседания"},
	"joint":      {"совместно с, другие органы", "другой орган", "другого органа"},
	"agreed":     {"согласования", "согласование", "согласования"},
	"marks":      {"отметки", "отметка", "отметки"},
	"preamble":   {"вступление", "абзац вступления", "абзаца вступления"},
	"details":    {"строки шапки", "строка шапки", "строки шапки"},
	"opinions":   {"особые мнения", "особое мнение", "особого мнения"},
	"questions":  {"вопросы и ответы", "вопрос и ответ", "вопроса и ответа"},
	"notes":      {"абзацы вопроса", "абзац вопроса", "абзаца вопроса"},
	"subitems":   {"подвопросы", "подвопрос", "подвопроса"},
	"roles":      {"кто ещё", "роль", "роли"},
	"names":      {"кто, имена", "названный", "названного"},
	"recused":    {"не голосуют", "не голосующий", "не голосующего"},
	"pictures":   {"рисунки", "рисунок", "рисунка"},
	"lines":      {"строки пункта, строки", "строка пункта", "строки пункта"},
	"members":    {"члены, члены комиссии", "член комиссии", "члена комиссии"},
	"facts":      {"сведения", "сведение", "сведения"},
	"results":    {"результаты", "результат", "результата"},
	"rows":       {"строки таблицы", "строка таблицы", "строки таблицы"},
	"columns":    {"столбцы", "столбец", "столбца"},
	"speakers":   {"докладчики", "докладчик подвопроса", "докладчика подвопроса"},
	"elections":  {"выборы", "избрание", "избрания"},
	"candidates": {"кандидатуры, кандидаты", "кандидат", "кандидата"},
	"elected":    {"избраны, избранные", "избранный", "избранного"},
	"data":       {"перечень данных", "данные", "данных"},
	"actions":    {"действия с данными", "действие с данными", "действия с данными"},

	"acquainted": {"знакомятся, ознакомленные", "ознакомленный", "ознакомленного"},

	"annex.mark":              {"отметка", "строка отметки", "строки отметки"},
	"annexe.mark":             {"отметка", "строка отметки приложения", "строки отметки приложения"},
	"annexe.text":             {"текст", "абзац листа приложения", "абзаца листа приложения"},
	"extract.annexes":         {"приложения к выписке", "номер приложения к выписке", "номера приложения к выписке"},
	"meeting.closing":         {"заключение", "абзац заключения", "абзаца заключения"},
	"meeting.copies":          {"рассылка", "получатель протокола", "получателя протокола"},
	"paper.copies":            {"рассылка", "получатель бумаги", "получателя бумаги"},
	"letter.copies":           {"копии", "получатель копии", "получателя копии"},
	"letter.attachments":      {"приложения к письму", "приложение к письму", "приложения к письму"},
	"letter.annexes":          {"листы приложений", "лист приложения", "листа приложения"},
	"letter.decisions":        {"решения письма", "решение письма", "решения письма"},
	"letter.to":               {"адресаты", "получатель", "получателя"},
	"letter.text":             {"текст", "абзац письма", "абзаца письма"},
	"application.attachments": {"приложения к заявлению", "приложение к заявлению", "приложения к заявлению"},
	"paper.text":              {"текст", "абзац бумаги", "абзаца бумаги"},
	"paper.signers":           {"подписи", "подпись бумаги", "подписи бумаги"},
	"paper.decisions":         {"пункты", "пункт", "пункта"},
	"paper.annexes":           {"приложения", "приложение бумаги", "приложения бумаги"},
	"paper.findings":          {"установлено", "абзац установленного", "абзаца установленного"},
	"paper.from":              {"отправитель", "отправитель", "отправителя"},
	"paper.to":                {"адресаты", "адресат бумаги", "адресата бумаги"},
	"paper.preamble":          {"преамбула", "абзац преамбулы", "абзаца преамбулы"},
}

// references are keys whose values name people.
var references = map[string]bool{
	"co_chairs": true, "remote": true, "recused.name": true, "members": true, "speakers": true, "arrived.name": true,
	"left.name": true, "opinion.name": true, "question.name": true, "question.by": true, "question.chair": true,
	"counting.chair": true, "commission.chair": true, "head.name": true, "contact.name": true, "subject.name": true,
	"approval.name": true,
	"agreed.name":   true, "executor.name": true, "to.name": true, "copie.name": true, "signer": true,
	"signer.name": true, "from.name": true, "elected": true, "names": true, "candidate.name": true, "acquainted": true,
}

// declined are keys whose values are words with cases.
var declinedKeys = map[string]bool{
	"position": true, "organization": true, "role": true, "operator": true, "applicant.name": true, "joint.name": true,
	"parent": true, "letterhead.name": true, "short_name": true, "charter": true, "council.name": true,
	"council.cluster": true, "signer_role": true, "chair_role": true, "secretary_role": true,
	"office": true,
}

// filledKeys are keys whose values may have names in braces.
var filledKeys = map[string]bool{
	"letter.text": true, "letter.heading": true, "letter.salutation": true, "letter.closing": true,
	"letter.signer_role": true, "attachment.title": true,
}

// hidden are keys that steer the paper and have no value to be printed.
var hidden = map[string]bool{
	"council_file": true, "word": true, "law": true, "form": true, "as_typed": true, "forms": true, "header": true,
	"meeting.words": true, "genitive": true, "papers": true, "position_forms": true, "gender": true, "guest": true,
	"file": true, "width": true, "height": true, "align": true, "head_": true, "landscape": true, "emblem": true,
	"print": true, "named": true, "order": true, "group": true, "numbered": true, "majority": true, "base": true,
	"vote_first": true, "vote_word": true, "vote_noun": true, "vote_print": true, "vote_verdict": true,
	"question.tasks":     true,
	"numbering":          true,
	"addressee_initials": true, "keyword_apart": true, "agreed_first": true, "presidium": true, "points": true,
	"rules": true, "invited_groups": true, "paper": true, "include": true,
}
