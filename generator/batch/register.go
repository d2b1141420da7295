package batch

// RegisterName is the file of the dispatch register, without an extension.
const RegisterName = "Реестр отправки"
