//go:build !windows

package syserror

import "syscall"

// numbers are errors that the standard library has no names for, or more
// particular ones than those it has.
var numbers = map[syscall.Errno]string{
	syscall.ENOSPC:        "на диске не осталось места",
	syscall.EDQUOT:        "на диске не осталось отведённого вам места",
	syscall.EFBIG:         "файл слишком велик для этого диска",
	syscall.EROFS:         "диск только для чтения",
	syscall.EISDIR:        "это папка, а нужен файл",
	syscall.ENOTDIR:       "часть пути — файл, а не папка",
	syscall.ENOTEMPTY:     "папка не пуста",
	syscall.EBUSY:         "файл занят другой программой",
	syscall.ETXTBSY:       "файл занят другой программой",
	syscall.ENAMETOOLONG:  "имя файла слишком длинное",
	syscall.ELOOP:         "ссылки в пути указывают друг на друга",
	syscall.EMFILE:        "открыто слишком много файлов",
	syscall.ENFILE:        "в системе открыто слишком много файлов",
	syscall.EIO:           "диск или сеть не отвечает",
	syscall.ENXIO:         "устройство не отвечает",
	syscall.ENODEV:        "устройство не отвечает",
	syscall.ESTALE:        "сетевая папка отключилась",
	syscall.ETIMEDOUT:     "сетевая папка не отвечает",
	syscall.EPIPE:         "программа, которой передан вывод, закончила работу",
	syscall.EXDEV:         "файл нельзя перенести на другой диск",
	syscall.ENOMEM:        "не хватает памяти",
	syscall.EADDRINUSE:    "занято другой программой",
	syscall.EADDRNOTAVAIL: "у этого компьютера нет такого адреса",
	syscall.EINVAL:        "система не принимает такое имя или действие",
}
