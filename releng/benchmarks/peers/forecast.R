# SPDX-License-Identifier: EPL-2.0
# Forecasts of R's forecast on values.bin (float64), lengths.bin (int32) and truth.bin (float64): Rscript forecast.R FOLDER METHOD HORIZON EVERY THREADS
# Takes one of EVERY series. Takes turns with the other side: runs for each line of its input, "run" or "tell".
suppressMessages(library(forecast))
given <- commandArgs(trailingOnly = TRUE)
folder <- given[1]
method <- given[2]
horizon <- as.integer(given[3])
every <- as.integer(given[4])
threads <- as.integer(given[5])
read <- function(name, what, size) readBin(file.path(folder, name), what, file.size(file.path(folder, name)) / size, size = size, endian = "little")
lengths <- read("lengths.bin", "integer", 4)
values <- read("values.bin", "double", 8)
truth <- matrix(read("truth.bin", "double", 8), nrow = horizon)
ends <- cumsum(lengths)
chosen <- seq(1, length(lengths), by = every)
series <- lapply(chosen, function(s) ts(values[(ends[s] - lengths[s] + 1):ends[s]], frequency = 12))
one <- function(each) {
    fit <- if (method == "theta") thetaf(each, h = horizon) else forecast(ets(each), h = horizon)
    as.numeric(fit$mean)
}
part <- function(chosen) {
    before <- proc.time()
    means <- lapply(series[chosen], one)
    took <- proc.time() - before
    list(means = means, processor = took[["user.self"]] + took[["sys.self"]])
}
parts <- split(seq_along(series), rep(seq_len(threads), length.out = length(series)))
input <- file("stdin", open = "r")
while (length(order <- readLines(input, n = 1)) > 0) {
    before <- proc.time()[["elapsed"]]
    found <- if (threads > 1) parallel::mclapply(parts, part, mc.cores = threads) else lapply(parts, part)
    cat(sprintf("measured seconds=%.5f\n", proc.time()[["elapsed"]] - before))
    cat(sprintf("measured processor=%.5f\n", sum(sapply(found, function(each) each$processor))))
    if (order == "tell") {
        means <- do.call(cbind, unlist(lapply(found, function(each) each$means), recursive = FALSE))
        real <- truth[, chosen[unlist(parts)], drop = FALSE]
        cat(sprintf("measured smape=%.9f\n", mean(2 * abs(means - real) / (abs(means) + abs(real)))))
        cat(sprintf("measured version=R %s.%s, forecast %s\n", R.version$major, R.version$minor, packageVersion("forecast")))
    }
    cat("done\n")
    flush(stdout())
}
