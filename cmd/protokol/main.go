// Command protokol turns a TOML file about a meeting into official papers,
// PDF and DOCX.
package main

import "protokol/generator/command"

func main() { command.Main() }
