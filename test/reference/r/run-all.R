# Rscript test/reference/r/run-all.R [--to FOLDER] [NAME ...]
# Writes the JSON of all scripts here, or of those named, beside them or into FOLDER. A script whose package is missing is
# named and left out.

own_file <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
script_folder <- dirname(normalizePath(own_file))
target_folder <- script_folder
names_given <- commandArgs(trailingOnly = TRUE)
if (length(names_given) > 1 && names_given[1] == "--to") {
  target_folder <- names_given[2]
  names_given <- names_given[-(1:2)]
}
suppressWarnings(RNGversion("4.2.0"))
needed <- list(bootstrap = "boot", clustered = "clubSandwich", population = "survey", "least-squares" = "sandwich", logit = "MASS", paired = "MASS", weights = "survey")

source(file.path(script_folder, "reference.R"))
all_names <- setdiff(sub("\\.R$", "", list.files(script_folder, "\\.R$")), c("reference", "run-all"))
for (name in if (length(names_given) > 0) names_given else all_names) {
  missing_packages <- Filter(function(package) !requireNamespace(package, quietly = TRUE), needed[[name]])
  if (length(missing_packages) > 0) {
    cat("left out:", name, "needs", missing_packages, "\n")
    next
  }
  script_name <- paste0(name, ".R")
  sys.source(file.path(script_folder, script_name), envir = new.env(parent = globalenv()))
  cat("written:", name, "\n")
}
