' Fills a form as a person does in LibreOffice, field by field. The answers stand
' in the order of the fields, one a line.
Dim given(200) As String, field As Integer

Sub Main(form As String, answers As String, out As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue, docx(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  docx(0).Name = "FilterName"
  docx(0).Value = "MS Word 2007 XML"
  Dim doc
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(form), "_blank", 0, hidden())
  ReadAnswers(answers)
  Walk(doc.Text)
  doc.storeToURL(ConvertToURL(out), docx())
  doc.close(True)
End Sub

Sub ReadAnswers(name As String)
  Dim disk, text, i
  disk = CreateUnoService("com.sun.star.ucb.SimpleFileAccess")
  text = CreateUnoService("com.sun.star.io.TextInputStream")
  text.setInputStream(disk.openFileRead(ConvertToURL(name)))
  text.setEncoding("UTF-8")
  While Not text.isEOF()
    given(i) = text.readLine()
    i = i + 1
  Wend
  text.closeInput()
End Sub

Sub Walk(text)
  Dim paragraphs, p, portions, cells, i
  paragraphs = text.createEnumeration()
  While paragraphs.hasMoreElements()
    p = paragraphs.nextElement()
    If p.supportsService("com.sun.star.text.TextTable") Then
      cells = p.getCellNames()
      For i = 0 To UBound(cells)
        Walk(p.getCellByName(cells(i)))
      Next
    Else
      portions = p.createEnumeration()
      While portions.hasMoreElements()
        Fill(portions.nextElement())
      Wend
    End If
  Wend
End Sub

Sub Fill(portion)
  Dim control, parts, part, answer
  If portion.TextPortionType <> "TextField" And portion.TextPortionType <> "ContentControl" Then Exit Sub
  answer = given(field)
  field = field + 1
  If answer = "" Then Exit Sub
  If portion.TextPortionType = "TextField" Then ' a control for plain text, before 7.5
    portion.TextField.Content = answer
    Exit Sub
  End If
  control = portion.ContentControl
  parts = control.createEnumeration()
  While parts.hasMoreElements()
    part = parts.nextElement()
    If part.TextPortionType = "Text" Then
      control.ShowingPlaceHolder = False
      If control.Checkbox Then control.Checked = True
      TypeOver(part, answer)
      Exit Sub
    End If
  Wend
End Sub

' Types into the words of a hint and deletes what is left of them: what is put
' in their place at once falls out of the control.
Sub TypeOver(part, answer)
  Dim cursor, rest
  rest = Len(part.getString()) - 1
  cursor = part.getText().createTextCursorByRange(part.getStart())
  cursor.goRight(1, False)
  part.getText().insertString(cursor, answer, False)
  If rest > 0 Then
    cursor.goRight(rest, True)
    cursor.setString("")
  End If
  cursor.goLeft(Len(answer), False)
  cursor.goLeft(1, True)
  cursor.setString("")
End Sub
