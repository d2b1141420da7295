package web

import (
	"bufio"
	"bytes"
	"context"
	crand "crypto/rand"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"protokol/generator"
	"protokol/generator/internal/effort"
)

// serveVariable names the folder for which the test program is a server.
const serveVariable = "PROTOKOL_TEST_SERVE"

// TestKill kills a server at random moments while it changes a file that another program
// changes, too, and while it makes letters: what was answered is in the file, which is
// whole, and the letters can be finished.
func TestKill(t *testing.T) {
	if dir := os.Getenv(serveVariable); dir != "" {
		serveForEver(t, dir)
	}
	rounds, longest := 1, 250
	if effort.Full() {
		rounds, longest = 100, 900
	}
	dir := t.TempDir()
	invited := meeting + "\n[invitation]\nheading = \"О вступлении\"\ntext = [\"Просим.\"]\n"
	for name, text := range map[string]string{"m.toml": "place = \"зал\"\n" + meeting, "l.toml": invited} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	random := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	edits := 0
	for round := range rounds {
		v := startVictim(t, dir)
		wait := time.Duration(random.IntN(longest)) * time.Millisecond
		if round%3 == 2 {
			v.batch(wait)
			continue
		}
		edits += v.edits(round, wait, random)
	}
	if effort.Full() {
		finish(t, dir)
	}
	t.Logf("%d rounds, %d changes", rounds, edits)
}

// serveForEver prints the address of a server for a folder.
func serveForEver(t *testing.T, dir string) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server, err := New(Config{Root: root, Addr: listener.Addr(), Random: crand.Text, Now: time.Now,
		Papers: generator.Config{Now: time.Now}})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println(server.Address(""))
	t.Fatal(server.Serve(context.Background(), listener))
}

// victim is a server that will be killed, and a browser that was let in.
type victim struct {
	*page
	cmd *exec.Cmd
}

func startVictim(t *testing.T, dir string) *victim {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestKill$")
	cmd.Env = append(os.Environ(), serveVariable+"="+dir)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	url, token, _ := strings.Cut(strings.TrimSpace(line), "/#")
	v := &victim{&page{Client: &http.Client{Jar: jar}, TB: t, dir: dir, url: url}, cmd}
	if status, _ := v.post("/session", map[string]any{"token": token}); status != http.StatusNoContent {
		t.Fatal("not let in")
	}
	return v
}

// kill kills the server after a while.
func (v *victim) kill(wait time.Duration) (dead chan struct{}) {
	dead = make(chan struct{})
	go func() {
		defer close(dead)
		time.Sleep(wait)
		_ = v.cmd.Process.Kill()
		_ = v.cmd.Wait()
	}()
	return dead
}

// try posts a change as the page does, and reports whether it was answered to the end and without an error.
func (v *victim) try(value, version string) bool {
	body := fmt.Sprintf(`{"file":"m.toml","version":%q,"do":"set","path":["place"],"value":%q,"kind":"protocol"}`,
		version, value)
	request, err := http.NewRequest(http.MethodPost, v.url+"/api/edit", strings.NewReader(body))
	if err != nil {
		v.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", partsType)
	answer, err := v.Client.Do(request)
	if err != nil {
		return false
	}
	defer answer.Body.Close()
	parts, err := io.ReadAll(answer.Body)
	return err == nil && answer.StatusCode == http.StatusOK && !bytes.Contains(parts, []byte(`"error":`))
}

// edits changes a value until the server is dead; between its changes another program
// makes its own. It checks what is left and returns the number of changes.
func (v *victim) edits(round int, wait time.Duration, random *rand.Rand) int {
	v.Helper()
	dead := v.kill(wait)
	before := v.values()
	saved, theirs := before["place"], before["number"]
	for i := 0; ; i++ {
		seen := version([]byte(v.file("m.toml")))
		if random.IntN(3) == 0 { // the page does not know of their change
			theirs = fmt.Sprint(round, "-", i)
			v.writeNumber(theirs.(string))
		}
		value := fmt.Sprint("зал ", round, "-", i)
		if v.try(value, seen) {
			saved = value
			continue
		}
		<-dead
		now := v.values()
		if now["place"] != saved && now["place"] != value || now["number"] != theirs {
			v.Fatalf("round %d: %v and %v, not %v (or %v) and %v", round, now["place"], now["number"], saved, value,
				theirs)
		}
		if !strings.Contains(v.file("m.toml"), "# Заседание\n") || !strings.Contains(v.file("m.toml"), "# номер") {
			v.Fatalf("round %d: comments are lost", round)
		}
		return i
	}
}

// writeNumber changes the file as another program does.
func (v *victim) writeNumber(number string) {
	v.Helper()
	lines := strings.Split(v.file("m.toml"), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "number = ") {
			lines[i] = fmt.Sprintf("number = %q # номер", number)
		}
	}
	if err := os.WriteFile(filepath.Join(v.dir, "m.toml"), []byte(strings.Join(lines, "\n")), 0o640); err != nil {
		v.Fatal(err)
	}
}

func (v *victim) values() map[string]any {
	v.Helper()
	values, err := generator.Values([]byte(v.file("m.toml")))
	if err != nil {
		v.Fatalf("%v:\n%s", err, v.file("m.toml"))
	}
	return values
}

const killRows = 12

// batch makes letters, or goes on with them, until the server is dead.
func (v *victim) batch(wait time.Duration) {
	v.Helper()
	v.startLetters()
	<-v.kill(wait)
	wholeLetters(v.TB, v.dir)
}

func (v *victim) startLetters() {
	v.Helper()
	list := "Организация\n"
	for i := range killRows {
		list += fmt.Sprintf("ООО «Ромашка %d»\n", i)
	}
	if status, body := v.send("/tools/list", [3]string{"meeting", "", "l.toml"}, [3]string{"kind", "", "invitation"},
		[3]string{"@list", "список.csv", list}); status != http.StatusOK {
		v.Fatal(status, body)
	}
	if status, body := v.send("/api/batch/start", [3]string{"meeting", "", "l.toml"}, [3]string{"kind", "",
		"invitation"},
		[3]string{"column:A", "", "organization"}, [3]string{"resume", "", "1"},
		[3]string{"list-version", "", version([]byte(list))}); status != http.StatusOK {
		v.Fatal(status, body)
	}
}

// wholeLetters checks that all letters are whole and returns their number.
func wholeLetters(t testing.TB, dir string) int {
	t.Helper()
	letters, _ := filepath.Glob(filepath.Join(dir, "письма", "*Ромашка*.pdf"))
	for _, name := range letters {
		data, err := os.ReadFile(name)
		if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(data),
			[]byte("%%EOF")) {
			t.Errorf("%s is not whole: %v", name, err)
		}
	}
	return len(letters)
}

// finish makes the letters that are missing and checks the folder.
func finish(t *testing.T, dir string) {
	t.Helper()
	v := startVictim(t, dir)
	v.startLetters()
	if b := v.batchUntil(func(b batch) bool { return !b.Running }); !strings.Contains(b.Result, "Писем") {
		t.Error(b.Result)
	}
	if made := wholeLetters(t, dir); made != killRows {
		t.Errorf("%d letters", made)
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*.toml")); len(files) != 2 {
		t.Error(files)
	}
}
