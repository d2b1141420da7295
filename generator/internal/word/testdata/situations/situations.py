#!/usr/bin/env python3
"""Makes the situations of Word templates, and compares four engines on them.

    python3 situations.py PROTOKOL FOLDER

writes situations.txtar (the templates for our engine and what their papers must
say, which TestSituations fills) and situations.md (the table). It needs docxtpl
0.20.2, and docxtemplater 3.71.0, pizzip and easy-template-x 7.2.8 in the node_modules of FOLDER.
Every template is written here, once for each engine's signs.
"""
import json, os, re, struct, subprocess, sys, tempfile, zipfile, zlib
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
WP = ('xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
      'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
      'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
      'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"')
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'

PLACE = 'зал «А & Б» <2>'
BRACES = '{номер} {{номер}} {% x %} {#n}'
LINES = 'первая\nвторая'
ODD = 'a  b\tв ]]> $1 %s'
DATA = dict(
    place=PLACE, number='7', city='Тверь', chair='П.И. Образцов',
    people=[dict(name='Образцов Пётр Ильич', position='директор'),
            dict(name='Примерова Анна Викторовна', position='врач')],
    agenda=[dict(n='1', title='О планах', decisions=[dict(text='Первое'), dict(text='Второе')], vote=dict(yes='2')),
            dict(n='2', title='Разное', decisions=[dict(text='Третье')], vote=False)],
    invited=[], theme=False, braces=BRACES, lines=LINES, odd=ODD)
TOML = f'''number = "7"
date = 2026-03-12
place = '{PLACE}'
city = "Тверь"
as_typed = true
chair = "Образцов Пётр Ильич"
secretary = "Примерова Анна Викторовна"
[council]
name = "Совет дома"
cluster = {json.dumps(ODD, ensure_ascii=False)}
[letterhead]
name = '{BRACES}'
address = {json.dumps(LINES, ensure_ascii=False)}
[[people]]
name = "Образцов Пётр Ильич"
position = "директор"
[[people]]
name = "Примерова Анна Викторовна"
position = "врач"
[[agenda]]
title = "О планах"
vote = {{ for = 2, against = 0, abstained = 0 }}
decisions = ["Первое", "Второе"]
[[agenda]]
title = "Разное"
decisions = ["Третье"]
'''

OURS = dict(place='место', number='номер', city='город', chair='председатель', theme='тема', name='участник.имя',
            position='участник.должность', title='вопрос.название', n='вопрос.номер', text='решение.текст',
            yes='вопрос.голосование.за', people='участника', agenda='вопроса', decisions='решения',
            invited='приглашённого', invitee='приглашённый.имя', vote='вопрос.голосование', typo='мсто',
            braces='letterhead.name', lines='letterhead.address', odd='council.cluster', last='участник.последний',
            emblem='эмблема', guests='приглашённые')
PY = dict(place='place', number='number', city='city', chair='chair', theme='theme', name='p.name',
          position='p.position',
          title='q.title', n='q.n', text='d.text', yes='q.vote.yes', people='p in people', agenda='q in agenda',
          decisions='d in q.decisions', invited='p in invited', invitee='p.name', vote='q.vote', typo='plase',
          braces='braces', lines='lines', odd='odd', last='loop.last', emblem='emblem', guests='invited')
JS = dict(place='place', number='number', city='city', chair='chair', theme='theme', name='name', position='position',
          title='title', n='n', text='text', yes='yes', people='people', agenda='agenda', decisions='decisions',
          invited='invited', invitee='name', vote='vote', typo='plase',
          braces='braces', lines='lines', odd='odd', last='last', emblem='emblem', guests='invited')


class Signs:
    """The signs of an engine: v a value, each/end a repetition, if_/else_/fi a condition; block: paragraphs of
    their own, row: rows of a table."""
    def __init__(s, engine): s.engine = engine
    def v(s, name):
        if s.engine == 'ours': return '{' + OURS[name] + '}'
        if s.engine == 'docxtpl': return '{{ ' + PY[name] + ' }}'
        return '{' + JS[name] + '}'
    def _tag(s, words, kind):
        return '{%' + kind + ' ' + words + ' %}'
    def each(s, name, kind=''):
        if s.engine == 'ours': return '{для каждого ' + OURS[name] + '}'
        if s.engine == 'docxtpl': return s._tag('for ' + PY[name], kind)
        return '{#' + JS[name] + '}'
    def end(s, name, kind=''):
        if s.engine == 'ours': return '{конец}'
        if s.engine == 'docxtpl': return s._tag('endfor', kind)
        return '{/' + JS[name] + '}'
    def if_(s, name, kind=''):
        if s.engine == 'ours': return '{если ' + OURS[name] + '}'
        if s.engine == 'docxtpl': return s._tag('if ' + PY[name], kind)
        return '{#' + JS[name] + '}'
    def fi(s, name, kind=''):
        if s.engine == 'ours': return '{конец}'
        if s.engine == 'docxtpl': return s._tag('endif', kind)
        return '{/' + JS[name] + '}'
    def else_(s, name, kind=''):
        if s.engine == 'ours': return '{иначе}'
        if s.engine == 'docxtpl': return s._tag('else', kind)
        return '{/' + JS[name] + '}{^' + JS[name] + '}'
    def paras(s, name, inner):
        """A repetition of paragraphs."""
        return p(s.each(name, 'p')) + inner + p(s.end(name, 'p'))
    def cond(s, name, inner):
        return p(s.if_(name, 'p')) + inner + p(s.fi(name, 'p'))
    def rowif(s, name, *cells):
        """A row with a condition."""
        if s.engine in ('ours', 'docxtpl'): return tr(s.if_(name, 'tr')) + tr(*cells) + tr(s.fi(name, 'tr'))
        cells = list(cells)
        cells[0] = s.if_(name) + cells[0]
        cells[-1] += s.fi(name)
        return tr(*cells)
    def condelse(s, name, inner, other):
        if s.engine in ('ours', 'docxtpl'):
            return p(s.if_(name, 'p')) + inner + p(s.else_(name, 'p')) + other + p(s.fi(name, 'p'))
        return p(s.if_(name)) + inner + p(s.fi(name)) + p('{^' + JS[name] + '}') + other + p(s.fi(name))
    def cells(s, name, cell):
        """A repeated cell."""
        if s.engine in ('ours', 'docxtpl'): return [s.each(name, 'tc'), cell, s.end(name, 'tc')]
        return [s.each(name) + cell + s.end(name)]
    def rows(s, name, *cells):
        """A repeated row."""
        if s.engine == 'ours': return tr(*cells)
        if s.engine == 'docxtpl': return tr(s.each(name, 'tr')) + tr(*cells) + tr(s.end(name, 'tr'))
        cells = list(cells)
        cells[0] = s.each(name) + cells[0]
        cells[-1] += s.end(name)
        return tr(*cells)


def t(text): return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
def r(text, look=''): return f'<w:r>{"<w:rPr>" + look + "</w:rPr>" if look else ""}{t(text)}</w:r>'
def p(*runs, props=''):
    return '<w:p>' + (f'<w:pPr>{props}</w:pPr>' if props else '') + \
        ''.join(x if x.startswith('<') else r(x) for x in runs) + '</w:p>'
def tc(content): return '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>' + \
    (content if content.startswith(('<w:p', '<w:tbl', '<w:sdt')) else p(content)) + '</w:tc>'
def tr(*cells): return '<w:tr>' + ''.join(tc(c) for c in cells) + '</w:tr>'
def tbl(*rows, n=2):
    return '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>' + '<w:gridCol w:w="2000"/>' * n + \
        '</w:tblGrid>' + ''.join(rows) + '</w:tbl>'
def control(content, tag='x'):
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
def box(content):
    return '<w:p><w:r><w:pict><v:shape style="width:100pt;height:50pt"><v:textbox><w:txbxContent>' + content + \
        '</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>'
def numbered(text, num=1): return p(text, props=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num}"/></w:numPr>')
def cut(text, n, looks=('',)):
    """The text in n runs."""
    size = -(-len(text) // n)
    return ''.join(r(text[i:i + size], looks[k % len(looks)]) for k, i in enumerate(range(0, len(text), size)))
def recut(markup, text):
    """The markup with the text, wherever it stands in a run, in many runs of two looks."""
    return re.sub(re.escape(escape(text)), lambda m: '</w:t></w:r>' + cut(text, 5, ('<w:b/>', '')) +
                  '<w:r><w:t xml:space="preserve">', markup)
def picture(alt):
    return ('<w:r><w:drawing><wp:inline><wp:extent cx="99" cy="99"/><wp:docPr id="7" name="Рисунок 7" descr="%s"/>'
            '<a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            '<pic:cNvPr id="7" name="x"/><pic:cNvPicPr/></pic:nvPicPr>'
            '<pic:blipFill><a:blip r:embed="rImg"/></pic:blipFill>'
            '<pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>' % alt)

def emblem(s):
    return picture('{эмблема}' if s.engine == 'ours' else 'emblem' if s.engine == 'docxtpl' else '{emblem}')

ROWS = ['Образцов Пётр Ильич', '–', 'Примерова Анна Викторовна', '–']
PEOPLE = ['Образцов Пётр Ильич', 'Примерова Анна Викторовна']
TITLES = ['О планах', 'Разное']
ALL = []
TOLD = object()  # the engine must refuse and say why


def case(name, want, **parts):
    """A situation: parts are functions of the signs; want the paragraphs of the paper, or TOLD."""
    ALL.append((name, want, parts))

case('имя в абзаце', ['Место: ' + PLACE], body=lambda s: p('Место: ' + s.v('place')))
case('имя в ячейке', [PLACE, 'x'], body=lambda s: tbl(tr(s.v('place'), 'x')))
case('имя во вложенной таблице', [PLACE, 'x', ''], body=lambda s: tbl(tr(tbl(tr(s.v('place'), 'x')) + p()), n=1))
case('имя в верхнем колонтитуле', ['x', PLACE], body=lambda s: p('x'), header=lambda s: p(s.v('place')))
case('имя в нижнем колонтитуле', ['x', PLACE], body=lambda s: p('x'), footer=lambda s: p(s.v('place')))
case('имя в таблице колонтитула', ['x', PLACE, 'y'], body=lambda s: p('x'), header=lambda s: tbl(tr(s.v('place'), 'y')))
case('имя в сноске', ['x', PLACE], body=lambda s: p('x', '<w:r><w:footnoteReference w:id="2"/></w:r>'),
     footnotes=lambda s: s.v('place'))
case('имя в надписи', ['', PLACE], body=lambda s: box(p(s.v('place'))))
case('имя в элементе управления', [PLACE], body=lambda s: control(p(s.v('place'))))
case('имя в строчном элементе управления', ['в ' + PLACE], body=lambda s: p('в ', control(r(s.v('place')))))
case('имя в ссылке', ['см. ' + PLACE],
    body=lambda s: p('см. ', '<w:hyperlink w:anchor="a">' + r(s.v('place')) + '</w:hyperlink>'))
case('имя во вставленной правке', ['в ' + PLACE],
     body=lambda s: p('в ',
     '<w:ins w:id="5" w:author="a" w:date="2026-01-01T00:00:00Z">' + r(s.v('place')) + '</w:ins>'))
case('одно имя дважды в абзаце', ['7 и 7'], body=lambda s: p(s.v('number') + ' и ' + s.v('number')))
case('имена вплотную', ['7Тверь'], body=lambda s: p(s.v('number') + s.v('city')))

case('имя из двух кусков', [PLACE], body=lambda s: p(cut(s.v('place'), 2)))
case('имя из семи кусков', [PLACE], body=lambda s: p(cut(s.v('place'), 7)))
case('по букве в куске', [PLACE], body=lambda s: p(cut(s.v('place'), 99)))
case('куски разного вида', [PLACE], body=lambda s: p(cut(s.v('place'), 3, ('<w:b/>', '<w:i/>', ''))))
case('скобки отдельно от имени', [PLACE],
    body=lambda s: p(r(s.v('place')[:1]), r(s.v('place')[1:-1], '<w:b/>'), r(s.v('place')[-1:])))
case('знак проверки правописания внутри имени', [PLACE],
     body=lambda s: p(r(s.v('place')[:3]), '<w:proofErr w:type="spellStart"/>', r(s.v('place')[3:])))
case('закладка внутри имени', [PLACE], body=lambda s: p(r(s.v('place')[:3]), '<w:bookmarkStart w:id="1" w:name="b"/>',
     r(s.v('place')[3:]), '<w:bookmarkEnd w:id="1"/>'))
case('часть имени – вставленная правка', [PLACE], body=lambda s: p(r(s.v('place')[:3]),
     '<w:ins w:id="5" w:author="a" w:date="2026-01-01T00:00:00Z">' + r(s.v('place')[3:]) + '</w:ins>'))
case('часть имени – ссылка', [PLACE], body=lambda s: p(r(s.v('place')[:3]),
     '<w:hyperlink w:anchor="a">' + r(s.v('place')[3:]) + '</w:hyperlink>'))
case('разрезано начало повторения', PEOPLE,
    body=lambda s: p(cut(s.each('people', 'p'), 4)) + p(s.v('name')) + p(s.end('people', 'p')))

case('строки таблицы', ['Кто', 'Должность', PEOPLE[0], 'директор', PEOPLE[1], 'врач'],
     body=lambda s: tbl(tr('Кто', 'Должность'), s.rows('people', s.v('name'), s.v('position'))))
case('строки вложенной таблицы', ['х', 'у', *ROWS, ''],
     body=lambda s: tbl(tr(tbl(tr('х', 'у'), s.rows('people', s.v('name'), '–')) + p()), n=1))
case('строки таблицы колонтитула', ['x', *ROWS], body=lambda s: p('x'),
     header=lambda s: tbl(s.rows('people', s.v('name'), '–')))
case('строки таблицы в надписи', ['', *ROWS, ''], body=lambda s: box(tbl(s.rows('people', s.v('name'), '–')) + p()))
case('строки таблицы в элементе управления', ROWS, body=lambda s: control(tbl(s.rows('people', s.v('name'), '–'))))
case('повторение в одной ячейке', [*PEOPLE, 'x'], body=lambda s: tbl(tr(s.paras('people', p(s.v('name'))), 'x')))
case('абзацы', ['до', *PEOPLE, 'после'], body=lambda s: p('до') + s.paras('people', p(s.v('name'))) + p('после'))
case('по два абзаца', ['О планах', 'О планах.', 'Разное', 'Разное.'],
     body=lambda s: s.paras('agenda', p(s.v('title')) + p(s.v('title') + '.')))
case('вопросы и решения в них', ['О планах', 'Первое', 'Второе', 'Разное', 'Третье'],
     body=lambda s: s.paras('agenda', p(s.v('title')) + s.paras('decisions', p(s.v('text')))))
case('таблица в повторении абзацев', ['О планах', 'Первое', '–', 'Второе', '–', 'Разное', 'Третье', '–', ''],
     body=lambda s: s.paras('agenda', p(s.v('title')) + tbl(s.rows('decisions', s.v('text'), '–'))) + p())
case('повторение внутри абзаца', ['Были: Образцов Пётр Ильич; Примерова Анна Викторовна; всё'],
     body=lambda s: p('Были: ' + s.each('people') + s.v('name') + '; ' + s.end('people') + 'всё'))
case('повторение внутри абзаца, куски разного вида', ['Были: Образцов Пётр Ильич; Примерова Анна Викторовна; '],
     body=lambda s: p('Были: ', r(s.each('people')), r(s.v('name'), '<w:b/>'), r('; '), r(s.end('people'))))
case('абзацы в надписи', ['', *PEOPLE], body=lambda s: box(s.paras('people', p(s.v('name')))))
case('абзацы в колонтитуле', ['x', *PEOPLE], body=lambda s: p('x'), header=lambda s: s.paras('people', p(s.v('name'))))
case('абзацы в сноске', ['x', *PEOPLE], body=lambda s: p('x', '<w:r><w:footnoteReference w:id="2"/></w:r>'),
     footnotes=lambda s: s.paras('people', p(s.v('name'))))
case('абзацы в элементе управления', PEOPLE, body=lambda s: control(s.paras('people', p(s.v('name')))))
case('пункты нумерованного списка', TITLES, body=lambda s: s.paras('agenda', numbered(s.v('title'))))
case('номера заново в каждом повторении', ['О планах', 'Первое', 'Второе', 'Разное', 'Третье', '#numbering'],
     body=lambda s: s.paras('agenda', p(s.v('title')) + s.paras('decisions', numbered(s.v('text')))))
case('столбцы', ['', *PEOPLE, 'Подпись', '', ''], body=lambda s: tbl(tr('', *s.cells('people', s.v('name'))),
                                                                     tr('Подпись', *s.cells('people', ''))))

case('пустой список: строка уходит', ['Кто', '№', 'x'],
     body=lambda s: tbl(tr('Кто', '№'), s.rows('invited', s.v('invitee'), '–')) + p('x'))
case('пустой список: таблица из одной строки', ['x'],
     body=lambda s: tbl(s.rows('invited', s.v('invitee'), '–')) + p('x'))
case('пустой список: абзацы', ['до', 'после'],
    body=lambda s: p('до') + s.paras('invited', p(s.v('invitee'))) + p('после'))
case('пустой список: вся ячейка', ['', 'x'], body=lambda s: tbl(tr(s.paras('invited', p(s.v('invitee'))), 'x')))
case('пустой список внутри абзаца', ['Гости: нет'],
     body=lambda s: p('Гости: ' + s.each('invited') + s.v('invitee') + s.end('invited') + 'нет'))

case('условие внутри абзаца', ['в городе Тверь всё'],
     body=lambda s: p('в ' + s.if_('city') + 'городе ' + s.v('city') + s.fi('city') + ' всё'))
case('условие не выполнено', ['в  всё'],
    body=lambda s: p('в ' + s.if_('theme') + 'теме ' + s.v('theme') + s.fi('theme') + ' всё'))
case('иначе', ['в городе'],
    body=lambda s: p('в ' + s.if_('theme') + 'теме' + s.else_('theme') + 'городе' + s.fi('theme')))
case('условие вокруг абзацев', ['до', 'после'], body=lambda s: p('до') + s.cond('theme', p('тема')) + p('после'))
case('условие вокруг таблицы', ['до', 'после'],
    body=lambda s: p('до') + s.cond('theme', tbl(tr('a', 'b'))) + p('после'))
case('условие вокруг раздела', ['до', 'после'], body=lambda s: p('до') + s.cond('theme', p('тема') +
     p(props='<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')) + p('после'))
case('условие в ячейке', ['', 'x'], body=lambda s: tbl(tr(s.cond('theme', p('тема')), 'x')))
case('условие в колонтитуле', ['x', 'Тверь'], body=lambda s: p('x'),
     header=lambda s: s.cond('city', p(s.v('city'))) + s.cond('theme', p('тема')))
case('условие в повторении', ['О планах', 'за – 2', 'Разное'],
     body=lambda s: s.paras('agenda', p(s.v('title')) + s.cond('vote', p('за – ' + s.v('yes')))))
case('условие вокруг повторения', ['до', *PEOPLE],
    body=lambda s: p('до') + s.cond('city', s.paras('people', p(s.v('name')))))

case('рисунок в бланке остаётся', ['x', '', '#picture'], body=lambda s: p('x') + p(picture('герб')), image=True)
case('номера рисунков в повторении', ['О планах', 'Разное', '#ids'],
     body=lambda s: s.paras('agenda', p(s.v('title'), picture('герб'))), image=True)
case('закладки в повторении', ['О планах', 'Разное', '#ids'], body=lambda s: s.paras('agenda',
     p('<w:bookmarkStart w:id="1" w:name="b"/>', r(s.v('title')), '<w:bookmarkEnd w:id="1"/>')))
case('номера абзацев (paraId) в повторении', ['О планах', 'Разное', '#ids'], body=lambda s: s.paras('agenda',
     p(s.v('title')).replace('<w:p>', '<w:p w14:paraId="0A0B0C0D">')))
case('сноска в повторении', ['О планах', 'Разное', 'сноска', 'сноска'],
     body=lambda s: s.paras('agenda', p(s.v('title'), '<w:r><w:footnoteReference w:id="2"/></w:r>')),
     footnotes=lambda s: 'сноска')
case('знаки разметки в значении', [PLACE], body=lambda s: p(s.v('place')))
case('знаки разметки в тексте бланка', ['< & > «» 7'], body=lambda s: p(r('< & > «» ' + s.v('number'))))
case('табуляция рядом с именем', ['7\tx'], body=lambda s: p(r(s.v('number')), '<w:r><w:tab/></w:r>', r('x')))
case('разрыв строки рядом с именем', ['7\nx'], body=lambda s: p(r(s.v('number')), '<w:r><w:br/></w:r>', r('x')))
case('скобка в тексте без пары', ['а { б 7'], body=lambda s: p('а { б ' + s.v('number')))
case('имя без пробелов xml:space', ['а 7 б'],
     body=lambda s: p(f'<w:r><w:t xml:space="preserve">а </w:t></w:r><w:r><w:t>{s.v("number")}</w:t></w:r>', r(' б')))

case('неизвестное имя', TOLD, body=lambda s: p(s.v('typo')))
case('значения нет', TOLD,
    body=lambda s: p(s.v('theme')) if s.engine == 'ours' else p(s.v('theme').replace('theme', 'nothing')))
case('повторение не закрыто', TOLD, body=lambda s: p(s.each('people', 'p')) + p(s.v('name')))
case('конец без начала', TOLD, body=lambda s: p('x') + p(s.end('people', 'p')))
case('имя не закрыто скобкой', TOLD, body=lambda s: p(s.v('place').rstrip('}')))
case('имя из списка вне повторения', TOLD, body=lambda s: p(s.v('name')))
case('неизвестный список', TOLD,
    body=lambda s: p(s.each('people', 'p').replace('people', 'peple').replace('участника', 'учасника')) +
     p('x') + p(s.end('people', 'p').replace('people', 'peple')))


NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
INS = '<w:ins w:id="5" w:author="a" w:date="2026-01-01T00:00:00Z">%s</w:ins>'
DEL = '<w:del w:id="6" w:author="a" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>%s</w:delText></w:r></w:del>'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def both(content):
    """A text box with its fallback."""
    return ('<w:p><w:r><mc:AlternateContent %s><mc:Choice Requires="wps"><w:drawing>'
            '<wp:inline><wp:extent cx="99" cy="99"/>'
            '<wp:docPr id="3" name="Надпись 3"/><a:graphic><a:graphicData '
            'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx><w:txbxContent>%s'
            '</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>'
            '</mc:Choice></mc:AlternateContent>'
            '</w:r></w:p>' % (MC, content))


# Repetitions and conditions in the other places.
case('строки таблицы в нижнем колонтитуле', ['x', *ROWS], body=lambda s: p('x'),
     footer=lambda s: tbl(s.rows('people', s.v('name'), '–')))
case('строки таблицы в сноске', ['x', *ROWS], body=lambda s: p('x', NOTE),
     footnotes=lambda s: tbl(s.rows('people', s.v('name'), '–')))
case('строки вложенной таблицы в колонтитуле', ['x', *ROWS, ''], body=lambda s: p('x'),
     header=lambda s: tbl(tr(tbl(s.rows('people', s.v('name'), '–')) + p()), n=1))
case('абзацы в ячейке вложенной таблицы', [*PEOPLE, 'y', ''],
     body=lambda s: tbl(tr(tbl(tr(s.paras('people', p(s.v('name'))), 'y')) + p()), n=1))
case('абзацы в нижнем колонтитуле', ['x', *PEOPLE], body=lambda s: p('x'),
    footer=lambda s: s.paras('people', p(s.v('name'))))
case('абзацы в ячейке колонтитула', ['x', *PEOPLE, 'y'], body=lambda s: p('x'),
     header=lambda s: tbl(tr(s.paras('people', p(s.v('name'))), 'y')))
case('повторение внутри абзаца колонтитула', ['x', 'Были: Образцов Пётр Ильич; Примерова Анна Викторовна; '],
     body=lambda s: p('x'), footer=lambda s: p('Были: ' + s.each('people') + s.v('name') + '; ' + s.end('people')))
case('повторение внутри абзаца сноски', ['x', 'Образцов Пётр Ильич; Примерова Анна Викторовна; '],
     body=lambda s: p('x', NOTE), footnotes=lambda s: s.each('people') + s.v('name') + '; ' + s.end('people'))
case('столбцы в колонтитуле', ['x', *PEOPLE, '–', '–'], body=lambda s: p('x'),
     header=lambda s: tbl(tr(*s.cells('people', s.v('name'))), tr(*s.cells('people', '–')), n=1))
case('столбцы вложенной таблицы', [*PEOPLE, '–', '–', ''],
     body=lambda s: tbl(tr(tbl(tr(*s.cells('people', s.v('name'))), tr(*s.cells('people', '–')), n=1) + p()), n=1))
case('столбцы в надписи', ['', *PEOPLE, '–', '–', ''], body=lambda s: box(
    tbl(tr(*s.cells('people', s.v('name'))), tr(*s.cells('people', '–')), n=1) + p()))
case('условие в надписи', ['', 'Тверь'],
     body=lambda s: box(s.cond('city', p(s.v('city'))) + s.cond('theme', p('тема'))))
case('условие в сноске', ['x', 'в Твери есть'], body=lambda s: p('x', NOTE),
     footnotes=lambda s: s.if_('city') + 'в Твери' + s.fi('city') + s.if_('theme') + 'тема' + s.fi('theme') + ' есть')
case('условие в элементе управления', ['Тверь'],
     body=lambda s: control(s.cond('city', p(s.v('city'))) + s.cond('theme', p('тема'))))
case('условие вокруг элемента управления', ['до', 'Тверь', 'после'],
    body=lambda s: p('до') + s.cond('city', control(p(s.v('city'))))
     + s.cond('theme', control(p('тема'))) + p('после'))
case('условие во вложенной таблице', ['Тверь', 'x', ''],
     body=lambda s: tbl(tr(tbl(tr(s.cond('city', p(s.v('city'))) + s.cond('theme', p('тема')), 'x')) + p()), n=1))
case('условие в нижнем колонтитуле: иначе', ['x', 'без темы'], body=lambda s: p('x'),
     footer=lambda s: p(s.if_('theme') + 'тема' + s.else_('theme') + 'без темы' + s.fi('theme')))
case('надпись с запасным видом', ['', PLACE], body=lambda s: both(p(s.v('place'))))
case('имя в надписи колонтитула', ['x', '', PLACE], body=lambda s: p('x'), header=lambda s: box(p(s.v('place'))))
case('имя в надписи ячейки', ['', PLACE], body=lambda s: tbl(tr(box(p(s.v('place')))), n=1))

# Splits.
case('конец страницы Word внутри имени', [PLACE], body=lambda s: p(r(s.v('place')[:4]),
     '<w:r><w:lastRenderedPageBreak/><w:t>' + escape(s.v('place')[4:]) + '</w:t></w:r>'))
case('часть имени – смарт-тег', [PLACE], body=lambda s: p(r(s.v('place')[:3]),
     '<w:smartTag w:uri="u" w:element="e">' + r(s.v('place')[3:5]) + '</w:smartTag>', r(s.v('place')[5:])))
case('часть имени – элемент управления', [PLACE],
     body=lambda s: p(r(s.v('place')[:3]), control(r(s.v('place')[3:5])), r(s.v('place')[5:])))
case('примечание начинается внутри имени', [PLACE], body=lambda s: p(r(s.v('place')[:3]),
     '<w:commentRangeStart w:id="0"/>', r(s.v('place')[3:]), '<w:commentRangeEnd w:id="0"/>'))
case('удалённая правка внутри имени', [PLACE], body=lambda s: p(r(s.v('place')[:3]), DEL % 'ъ', r(s.v('place')[3:])))
case('имя кусками в строке таблицы', ROWS, body=lambda s: recut(tbl(s.rows('people', s.v('name'), '–')), s.v('name')))
case('разрезаны начало и конец условия', ['в городе Тверь всё'],
    body=lambda s: p('в ', cut(s.if_('city'), 3, ('<w:b/>', '')),
     r('городе ' + s.v('city')), cut(s.fi('city'), 3), r(' всё')))
case('разрезано «иначе»', ['в городе'],
    body=lambda s: p(r('в ' + s.if_('theme') + 'теме'), cut(s.else_('theme'), 3, ('<w:i/>', '')),
                                                        r('городе' + s.fi('theme'))))
case('два имени в одном куске, разрезаны оба', ['7, Тверь'],
     body=lambda s: p(r(s.v('number')[:2]), r(s.v('number')[2:] + ', ' + s.v('city')[:2], '<w:b/>'),
     r(s.v('city')[2:])))
case('начало повторения и конец в правках', PEOPLE, body=lambda s: p(INS % r(s.each('people', 'p'))) + p(s.v('name')) +
     p(INS % r(s.end('people', 'p'))))

# Repetitions.
case('две таблицы подряд', [*ROWS, '', 'О планах', '–', 'Разное', '–'],
    body=lambda s: tbl(s.rows('people', s.v('name'), '–')) + p() +
     tbl(s.rows('agenda', s.v('title'), '–')))
case('строка итога под строками', ['Кто', '№', *ROWS, 'Всего', '7'],
     body=lambda s: tbl(tr('Кто', '№'), s.rows('people', s.v('name'), '–'), tr('Всего', s.v('number'))))
case('раздел на каждый вопрос', [*TITLES, '#sections'], body=lambda s: s.paras('agenda',
     p(s.v('title'), props='<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')))
case('разрыв страницы в повторении', ['О планах', '\n', 'Разное', '\n'],
     body=lambda s: s.paras('agenda', p(s.v('title')) + p('<w:r><w:br w:type="page"/></w:r>')))
case('ссылка в повторении', TITLES,
    body=lambda s: s.paras('agenda', p('<w:hyperlink w:anchor="a">' + r(s.v('title')) + '</w:hyperlink>')))
case('вложенный список своим уровнем', ['О планах', 'Первое', 'Второе', 'Разное', 'Третье'],
     body=lambda s: s.paras('agenda', numbered(s.v('title')) + s.paras('decisions',
         p(s.v('text'), props='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'))))
case('список в ячейке', [*TITLES, 'x'], body=lambda s: tbl(tr(s.paras('agenda', numbered(s.v('title'))), 'x')))
case('повторение в повторении внутри абзаца', ['О планах: Первое;Второе;. Разное: Третье;. '],
     body=lambda s: p(s.each('agenda') + s.v('title') + ': ' + s.each('decisions') + s.v('text') + ';' +
                      s.end('decisions') +
                      '. ' + s.end('agenda')))
case('повторение внутри абзаца в повторении абзацев', ['О планах: Первое;Второе;', 'Разное: Третье;'],
     body=lambda s: s.paras('agenda',
     p(s.v('title') + ': ' + s.each('decisions') + s.v('text') + ';' + s.end('decisions'))))
case('надпись в повторении', ['', 'О планах', '', 'Разное', '#ids'],
    body=lambda s: s.paras('agenda', both(p(s.v('title')))))
case('элемент управления в повторении', [*TITLES, '#ids'], body=lambda s: s.paras('agenda',
     control(p(s.v('title'))).replace('<w:tag', '<w:id w:val="5"/><w:tag')))
case('имя снаружи внутри повторения', ['О планах, Тверь', 'Разное, Тверь'],
    body=lambda s: s.paras('agenda', p(s.v('title') + ', ' + s.v('city'))))
case('условие вокруг пункта списка', [*TITLES],
    body=lambda s: s.paras('agenda', s.cond('city', numbered(s.v('title'))) +
                                                                      s.cond('theme', numbered('тема'))))
case('последний без знака', ['Образцов Пётр Ильич; Примерова Анна Викторовна.'],
     body=lambda s: p(s.each('people') + s.v('name') + (s.if_('last') + '.' + s.else_('last') + '; ' + s.fi('last')) +
                      s.end('people')))

# Empty lists.
case('пустой список: строки в таблице колонтитула', ['x', 'Кто', '№'], body=lambda s: p('x'),
     header=lambda s: tbl(tr('Кто', '№'), s.rows('invited', s.v('invitee'), '–')))
case('пустой список: надпись', ['', 'x'], body=lambda s: box(p('x') + s.paras('invited', p(s.v('invitee')))))
case('пустой список: столбцы', ['Кто', '–'], body=lambda s: tbl(tr('Кто', *s.cells('invited', s.v('invitee'))),
                                                                tr('–', *s.cells('invited', ''))))
case('пустой список: вложенное повторение', ['О планах', 'Разное'],
     body=lambda s: s.paras('agenda', p(s.v('title')) + s.paras('invited', p(s.v('invitee')))))
case('пустой список: другие слова', ['Приглашённых нет'],
     body=lambda s: p(s.if_('guests') + 'Приглашены' + s.else_('guests') + 'Приглашённых нет' + s.fi('guests')))
case('пустой список: сноска', ['x', 'Гости: нет'], body=lambda s: p('x', NOTE),
     footnotes=lambda s: 'Гости: ' + s.each('invited') + s.v('invitee') + s.end('invited') + 'нет')
case('пустой список: элемент управления', ['до', 'x', 'после'],
     body=lambda s: p('до') + control(p('x') + s.paras('invited', p(s.v('invitee')))) + p('после'))
case('пустой список: весь нижний колонтитул', ['x', ''], body=lambda s: p('x'),
    footer=lambda s: s.paras('invited', p(s.v('invitee'))))

# Conditions.
case('условие вокруг строки', ['а', 'б', 'в', 'г'],
    body=lambda s: tbl(tr('а', 'б'), s.rowif('theme', 'тема', '–'), tr('в', 'г')))
case('условие вокруг единственной строки', ['до', 'после'],
    body=lambda s: p('до') + tbl(s.rowif('theme', 'тема', '–')) + p('после'))
case('условие вокруг абзацев с рисунком', ['до', '', 'после', '#picture'],
    body=lambda s: p('до') + s.cond('city', p(picture('герб'))) +
     p('после'), image=True)
case('условие вокруг знака сноски', ['до', 'x'], body=lambda s: p('до' + s.if_('theme'), NOTE, s.fi('theme')) + p('x'),
     footnotes=lambda s: 'сноска')
case('условие вокруг надписи', ['до', 'после'], body=lambda s: p('до') + s.cond('theme', both(p('тема'))) + p('после'))
case('условия одно в другом', ['до', 'Тверь', 'после'],
     body=lambda s: p('до') + s.cond('city', s.cond('place', p(s.v('city'))) + s.cond('theme', p('тема'))) + p('после'))
case('условия одно в другом внутри абзаца', ['а город место б'],
    body=lambda s: p('а ' + s.if_('city') + 'город ' + s.if_('theme') +
     'тема ' + s.fi('theme') + s.if_('place') + 'место ' + s.fi('place') + s.fi('city') + 'б'))
case('иначе отдельными абзацами', ['до', 'темы нет', 'после'],
     body=lambda s: p('до') + s.condelse('theme', p('тема'), p('темы нет')) + p('после'))
case('условие вокруг последней таблицы ячейки', ['x', ''],
    body=lambda s: tbl(tr(p('x') + s.cond('theme', tbl(tr('а', 'б'))) + p()), n=1))
case('условие вокруг всех абзацев ячейки', ['', 'x'], body=lambda s: tbl(tr(s.cond('theme', p('а') + p('б')), 'x')))

# Pictures.
case('рисунок заменён', ['x', '', '#replaced'], body=lambda s: p('x') + p(emblem(s)), image=True)
case('рисунок заменён в ячейке', ['', 'x', '#replaced'], body=lambda s: tbl(tr(p(emblem(s)), 'x')), image=True)
case('рисунок заменён в надписи', ['', '', '#replaced'], body=lambda s: box(p(emblem(s))), image=True)
case('рисунок заменён в повторении', ['О планах', 'Разное', '#replaced'],
    body=lambda s: s.paras('agenda', p(s.v('title'), emblem(s))), image=True)

# Characters.
case('скобки в значении остаются текстом', [BRACES], body=lambda s: p(s.v('braces')))
case('перенос строки в значении', ['первая\nвторая'], body=lambda s: p(s.v('lines')))
case('перенос строки в значении в ячейке', ['первая\nвторая', 'x'], body=lambda s: tbl(tr(s.v('lines'), 'x')))
case('табуляция, пробелы, ]]> и $1 в значении', [ODD], body=lambda s: p(s.v('odd')))
case('скобки в значении в повторении', [BRACES, BRACES], body=lambda s: s.paras('people', p(s.v('braces'))))
case('перенос строки в колонтитуле', ['x', 'первая\nвторая'], body=lambda s: p('x'), header=lambda s: p(s.v('lines')))
case('неразрывный дефис и пробел рядом', ['а\u2011б 7 в'],
    body=lambda s: p(r('а'), '<w:r><w:noBreakHyphen/></w:r>', r('б\u00a0' + s.v('number') + ' в')))
case('символ (w:sym) рядом с именем', ['№ 7'],
    body=lambda s: p('№ ' + s.v('number'), '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'))
case('пустые скобки в тексте', ['а {} 7'], body=lambda s: p('а {} ' + s.v('number')))
case('имя с пробелами внутри скобок', ['7'], body=lambda s: p(s.v('number').replace('{', '{ ').replace('}', ' }')))

# Slips.
case('повторение закрыто в другой ячейке', TOLD, body=lambda s: tbl(tr(p(s.each('people', 'p')) + p(s.v('name')),
                                                                     p('x') + p(s.end('people', 'p')))))
case('условие не закрыто в колонтитуле', TOLD, body=lambda s: p('x'), header=lambda s: p(s.if_('city')) + p('город'))
case('неизвестное имя в сноске', TOLD, body=lambda s: p('x', NOTE), footnotes=lambda s: s.v('typo'))
case('неизвестное имя в колонтитуле', TOLD, body=lambda s: p('x'), footer=lambda s: p(s.v('typo')))
case('неизвестное имя в надписи', TOLD, body=lambda s: box(p(s.v('typo'))))
case('неизвестное имя в условии', TOLD, body=lambda s: s.cond('typo', p('x')))
case('«иначе» без условия', TOLD,
    body=lambda s: p('x') + p('{иначе}' if s.engine == 'ours' else '{%p else %}' if s.engine == 'docxtpl'
                                                          else '{^}'))
case('конец другого блока', TOLD,
    body=lambda s: p(s.each('people', 'p')) + p(s.if_('city', 'p')) + p('x') + p(s.end('people', 'p')) +
     ('' if s.engine == 'ours' else p(s.fi('city', 'p'))))


def package(path, parts, s):
    body = parts['body'](s)
    rels, types, files, refs = '', '', {}, ''
    def add(kind, name, xml):
        nonlocal rels, types
        rels += f'<Relationship Id="r{kind}" Type="{REL}{kind}" Target="{name}"/>'
        types += f'<Override PartName="/word/{name}" ContentType="{TYPE}{kind}+xml"/>'
        files['word/' + name] = xml
    for kind, tag in (('header', 'hdr'), ('footer', 'ftr')):
        if kind in parts:
            add(kind, kind + '1.xml', f'<w:{tag} {W} {R} {WP}>{parts[kind](s)}</w:{tag}>')
            refs += f'<w:{kind}Reference w:type="default" r:id="r{kind}"/>'
    if 'footnotes' in parts:
        note = parts['footnotes'](s)
        note = note if note.startswith('<') else p(note)
        add('footnotes', 'footnotes.xml',
        f'<w:footnotes {W} {R}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
            f'<w:footnote w:id="2">{note}</w:footnote></w:footnotes>')
    if 'numId' in body:
        level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        add('numbering', 'numbering.xml', f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')
    if 'image' in parts:
        rels += f'<Relationship Id="rImg" Type="{REL}image" Target="media/image1.png"/>'
        files['word/media/image1.png'] = PNG
    files['word/document.xml'] = (f'<w:document {W} {R} {WP}><w:body>{body}<w:sectPr>{refs}</w:sectPr></w:body>'
                                  '</w:document>')
    files['word/_rels/document.xml.rels'] = \
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>'
    files['[Content_Types].xml'] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPE}document.main+xml"/>{types}</Types>')
    files['_rels/.rels'] = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                            f'<Relationship Id="r1" Type="{REL}officeDocument" Target="word/document.xml"/>'
                            '</Relationships>')
    if path:
        with zipfile.ZipFile(path, 'w') as z:
            for name, data in files.items():
                z.writestr(name, data)
    return files

PNG = bytes.fromhex('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de'
                    '0000000c4944415408d763f8ffff3f0005fe02fe'
                    'dccc59e70000000049454e44ae426082')


def png(width):
    """A grey picture, as wide as high."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, width, 8, 0, 0, 0, 0)) + \
        chunk(b'IDAT', zlib.compress((b'\0' + b'\x80' * width) * width)) + chunk(b'IEND', b'')

EMBLEM = png(40)


def replaced(z, body):
    """Whether every picture of the body is the emblem."""
    from lxml import etree
    links = {e.get('Id'): e.get('Target') for e in etree.fromstring(z.read('word/_rels/document.xml.rels'))}
    files = [z.read('word/' + links[v].removeprefix('/word/')) for e in body.iter('{*}blip')
             for k, v in e.attrib.items() if k.endswith('}embed')]
    return bool(files) and all(f == EMBLEM for f in files)


def paragraphs(path, want):
    """The paragraphs of a paper, as TestSituations reads them."""
    from lxml import etree
    ns = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
    out = []
    with zipfile.ZipFile(path) as z:
        names = z.namelist()
        order = ['word/document.xml'] + sorted(
            n for n in names if re.fullmatch(r'word/(header|footer)\d*\.xml|word/footnotes\.xml', n))
        for name in order:
            root = etree.fromstring(z.read(name))
            for para in root.iter(ns + 'p'):
                if any(a.tag == ns + 'footnote' and a.get(ns + 'type') for a in para.iterancestors()):
                    continue
                text = ''
                for e in para.iter():
                    if next((a for a in e.iterancestors(ns + 'p')), None) is not para and e is not para:
                        continue
                    if e.tag == ns + 't': text += e.text or ''
                    if e.tag == ns + 'tab' and e.getparent().tag == ns + 'r': text += '\t'
                    if e.tag == ns + 'br': text += '\n'
                    if e.tag == ns + 'noBreakHyphen': text += '\u2011'
                out.append(text)
        body = etree.fromstring(z.read('word/document.xml'))
        if '#numbering' in want:
            ids = [e.get(ns + 'val') for e in body.iter(ns + 'numId')]
            out.append('#numbering' if len(ids) == 3 and ids[0] == ids[1] != ids[2] else 'номера продолжаются')
        if '#replaced' in want: out.append('#replaced' if replaced(z, body) else 'рисунок прежний')
        if '#sections' in want:
            out.append('#sections' if len(list(body.iter(ns + 'sectPr'))) == 3 else 'разделов не три')
        if '#picture' in want: out.append('#picture' if len(list(body.iter('{*}blip'))) == 1 else 'рисунка нет')
        if '#ids' in want:
            ids = [e.get('id') for e in body.iter('{*}docPr')] + \
                [e.get(ns + 'id') for e in body.iter(ns + 'bookmarkStart')] + \
                [v for e in body.iter(ns + 'p') for k, v in e.attrib.items() if k.endswith('paraId')] + \
                [e.get(ns + 'val') for e in body.iter(ns + 'id')]
            out.append('#ids' if len(ids) == len(set(ids)) and ids else
                       'одинаковые номера: ' + ', '.join(map(str, ids)))
    return [x.replace('\xa0', ' ') for x in out]


def run_docxtpl(path, out):
    import warnings; warnings.simplefilter('ignore')
    from docxtpl import DocxTemplate
    d = DocxTemplate(path)
    if b'descr="emblem"' in zipfile.ZipFile(path).read('word/document.xml'):
        d.replace_pic('emblem', os.path.join(os.path.dirname(path), 'e.png'))
    d.render(json.loads(json.dumps(DATA)))
    d.save(out)

NODE = r'''
const fs=require('fs'),[,,engine,data,...files]=process.argv,D=JSON.parse(data);
D.emblem={_type:'image',source:fs.readFileSync('EMBLEM'),format:'image/png',width:9,height:9};
(async()=>{for(let i=0;i<files.length;i+=2){try{
 if(engine==='docxtemplater'){const Z=require('pizzip'),T=require('docxtemplater');
  const d=new T(new Z(fs.readFileSync(files[i])),{paragraphLoop:true,linebreaks:true});d.render(D);
  fs.writeFileSync(files[i+1],d.toBuffer());}
 else{const {TemplateHandler}=require('easy-template-x');
  fs.writeFileSync(files[i+1],await new TemplateHandler().process(fs.readFileSync(files[i]),D));}
 }catch(e){const o=e.properties&&e.properties.errors;fs.writeFileSync(files[i+1]+'.error',String(o&&o[0]?o[0].message:e.message))}}})()
'''


def judge(out, error, want):
    if error is not None:
        first = ' '.join(error.strip().split())[:90]
        return ('+ отказ: ' if want is TOLD else '– отказ: ') + first
    try:
        got = paragraphs(out, [] if want is TOLD else want)
    except Exception as e:
        return '– файл испорчен: ' + str(e)[:60]
    if want is TOLD:
        return '– молча: ' + shown(got)
    return '+' if got == want else '– молча: ' + shown(got)


def shown(list_):
    text = ' ¶ '.join(list_)
    return '«' + (text if len(text) <= 80 else text[:79] + '…') + '»'


def run(engine, path, out, protokol, toml):
    if engine == 'docxtpl':
        try: run_docxtpl(path, out)
        except Exception as e: return str(e) or type(e).__name__
        return None
    r = subprocess.run([protokol, 'generate', 'm.toml', '--word', os.path.basename(path), '--name',
                        os.path.basename(out)[:-5], '--force', '--no-source'],
                       capture_output=True, text=True, cwd=os.path.dirname(path))
    return None if r.returncode == 0 else r.stderr


def one_line(text):
    return text.replace('\n', '⏎').replace('\t', '⇥')


def main(protokol, modules):
    here = os.path.dirname(os.path.abspath(__file__))
    work = tempfile.mkdtemp()
    toml = os.path.join(work, 'm.toml')
    open(toml, 'w').write(TOML.replace('[council]', '[council]\nemblem = { file = "e.png", alt = "Герб", width = 10 }'))
    node = os.path.join(work, 'run.js')
    open(node, 'w').write(NODE.replace('EMBLEM', os.path.join(work, 'e.png')))
    open(os.path.join(work, 'e.png'), 'wb').write(EMBLEM)
    table, archive = [], f'Made by situations.py.\n-- m.toml --\n{TOML}'
    results = {}
    for engine in ('ours', 'docxtpl', 'docxtemplater', 'easy-template-x'):
        pairs = []
        for k, (name, want, parts) in enumerate(ALL):
            path, out = (os.path.join(work, f'{engine}-{k}{x}.docx') for x in ('', '-out'))
            files = package(path, parts, Signs(engine))
            pairs += [path, out]
            if engine == 'ours':
                archive += f'-- {k + 1:02d} {name} --\n'
                for part, data in files.items():
                    if part.endswith('.xml') and part.startswith('word/') or part.endswith('document.xml.rels'):
                        archive += f'>{part} {data}\n'
                archive += '!\n' if want is TOLD else ''.join('=' + one_line(x) + '\n' for x in want)
        if engine in ('docxtemplater', 'easy-template-x'):
            subprocess.run(['node', node, engine, json.dumps(DATA), *pairs], check=True, cwd=modules,
                           env={**os.environ, 'NODE_PATH': os.path.join(modules, 'node_modules')}, capture_output=True)
        for k, (name, want, parts) in enumerate(ALL):
            path, out = pairs[2 * k:2 * k + 2]
            if engine in ('ours', 'docxtpl'):
                error = run(engine, path, out, protokol, toml)
            else:
                error = open(out + '.error').read() if os.path.exists(out + '.error') else None
            results[engine, k] = judge(out, error, want)
    engines = ('ours', 'docxtpl', 'docxtemplater', 'easy-template-x')
    good = {e: sum(results[e, k].startswith('+') for k in range(len(ALL))) for e in engines}
    silent = {e: sum(results[e, k].startswith('– молча') for k in range(len(ALL))) for e in engines}
    md = ['# Положения бланков Word: четыре программы рядом', '',
          'Таблицу делает `situations.py` рядом: каждый бланк набран знаками каждой программы. '
          '«+» – вышло то, что должно; '
          '«– молча» – вышло другое, и программа об этом не сказала; «– отказ» – бумаги нет.', '',
          '| № | Положение | protokol | docxtpl 0.20.2 | docxtemplater 3.71.0 | easy-template-x 7.2.8 |',
          '|---|---|---|---|---|---|']
    for k, (name, want, parts) in enumerate(ALL):
        cells = [one_line(re.sub(r'/\S*/', '', results[e, k]).replace('|', '\\|')).replace('{', '\\{')
                 for e in engines]
        md.append(f'| {k + 1} | {name} | ' + ' | '.join(cells) + ' |')
    md.append(f'| | **верно из {len(ALL)}** | ' + ' | '.join(f'**{good[e]}**' for e in engines) + ' |')
    md.append('| | **неверно молча** | ' + ' | '.join(f'**{silent[e]}**' for e in engines) + ' |')
    open(os.path.join(here, 'situations.md'), 'w').write('\n'.join(md) + '\n')
    open(os.path.join(here, 'situations.txtar'), 'w').write(archive)
    print(good, silent)
    for k, (name, want, parts) in enumerate(ALL):
        if not results['ours', k].startswith('+'):
            print('ours', k + 1, name, results['ours', k])

if __name__ == '__main__':
    main(*sys.argv[1:])
