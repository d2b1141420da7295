package main

import (
	"os"
	"strings"
	"syscall"
	"unsafe"
)

// startedByExplorer reports whether the program was started by a double click, or
// by a file dropped on it: whether its parent is Explorer.
func startedByExplorer() bool {
	processes, err := syscall.CreateToolhelp32Snapshot(syscall.TH32CS_SNAPPROCESS, 0)
	if err != nil {
		return false
	}
	defer syscall.CloseHandle(processes)
	var one syscall.ProcessEntry32
	one.Size = uint32(unsafe.Sizeof(one))
	parent := uint32(os.Getppid())
	for err = syscall.Process32First(processes, &one); err == nil; err = syscall.Process32Next(processes, &one) {
		if one.ProcessID == parent {
			return strings.EqualFold(syscall.UTF16ToString(one.ExeFile[:]), "explorer.exe")
		}
	}
	return false
}
