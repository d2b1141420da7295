package desktop

import (
	"syscall"
	"unsafe"
)

var (
	consoleProcesses = syscall.NewLazyDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	messageBox       = syscall.NewLazyDLL("user32.dll").NewProc("MessageBoxW")
)

// hasNoTerminal reports whether the program was started by Explorer: it is alone on
// its console, which vanishes when it ends, or it has none and no standard output.
func hasNoTerminal(int) bool {
	var ids [2]uint32
	count, _, _ := consoleProcesses.Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids)))
	if count == 0 {
		out, err := syscall.GetStdHandle(syscall.STD_OUTPUT_HANDLE)
		return err != nil || out == 0 || out == syscall.InvalidHandle
	}
	return count == 1
}

// Show shows a message in a window and waits until it is read.
func Show(text string) {
	const iconError = 0x10
	caption, _ := syscall.UTF16PtrFromString("Протокол")
	message, err := syscall.UTF16PtrFromString(text)
	if err != nil {
		return
	}
	messageBox.Call(0, uintptr(unsafe.Pointer(message)), uintptr(unsafe.Pointer(caption)), iconError)
}
