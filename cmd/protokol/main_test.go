package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	debug.SetGCPercent(4 * gcPercent) // for many commands in one process
	testscript.Main(sharedCache{m}, map[string]func(){"protokol": main})
}

// cacheVariable is the environment variable of the folder for caches.
const cacheVariable = "XDG_CACHE_HOME"

// sharedCache runs tests with the compiled PDF engine that those of other packages use.
type sharedCache struct{ *testing.M }

func (m sharedCache) Run() int {
	if dir, err := os.UserCacheDir(); err == nil {
		os.Setenv(cacheVariable, filepath.Join(dir, "protokol-tests"))
	}
	return m.M.Run()
}

// isFull reports whether slow tests run all cases instead of a sample, isGate whether
// they run at least those of .ci/run.
var (
	isFull = os.Getenv("PROTOKOL_TESTS") == "full"
	isGate = isFull || os.Getenv("PROTOKOL_TESTS") == "gate"
)

// isCondition evaluates the condition "full" of scripts: where [!full] stop
// stands, the rest of a long script runs in full runs only.
func isCondition(name string) (bool, error) {
	if name != "full" {
		return false, fmt.Errorf("unknown condition %q", name)
	}
	return isFull, nil
}

// scriptCommands are the commands of test scripts besides those of testscript.
var scriptCommands = map[string]func(*testscript.TestScript, bool, []string){"forge": forgery, "run": runInProcess}

// TestScripts runs testdata/*.txtar, which also document the commands. A
// quick run executes most commands in its own process.
func TestScripts(t *testing.T) {
	examples, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	keys := t.TempDir()
	if err := forge("", "keys", keys, "пароль"); err != nil {
		t.Fatal(err)
	}
	dir := "testdata"
	if !isFull {
		dir = inProcess(t, dir)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 dir,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                scriptCommands,
		Condition:           isCondition,
		Setup: func(env *testscript.Env) error {
			env.Setenv("EXAMPLES", examples+"/../../examples")
			env.Setenv(cacheVariable, os.Getenv(cacheVariable))
			return os.CopyFS(env.WorkDir, os.DirFS(keys))
		},
	})
}

// onePage makes a paper of one page in a folder and returns it.
func onePage(t *testing.T, dir string) []byte {
	t.Helper()
	meeting := filepath.Join(dir, "meeting.toml")
	if err := os.WriteFile(meeting, []byte(batchMeeting), 0o666); err != nil {
		t.Fatal(err)
	}
	if code := run([]string{"protokol", "generate", meeting, "--format", "pdf", "--out", dir, "--name", "p"},
		nil, &bytes.Buffer{}, &bytes.Buffer{}); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	paper, err := os.ReadFile(filepath.Join(dir, "p.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return paper
}
