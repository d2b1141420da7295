module protokol

go 1.26
