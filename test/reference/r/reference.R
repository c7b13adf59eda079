# Numbers with all their digits, as JSON beside the script that made them.

quoted <- function(x) encodeString(x, quote = "\"")

# The shortest of 15 and 17 digits that is the same number.
digits <- function(x) {
  short <- sprintf("%.15g", x)
  ifelse(is.nan(x), "null", ifelse(as.numeric(short) == x, short, sprintf("%.17g", x)))
}

# A vector of one is a number; list(x) or I(x) makes it an array.
json <- function(x) {
  if (is.matrix(x)) return(paste0("[", paste(apply(unname(x), 1, function(row) json(I(row))), collapse = ","), "]"))
  if (is.list(x) && is.null(names(x))) return(paste0("[", paste(vapply(x, json, ""), collapse = ","), "]"))
  if (!is.null(names(x))) {
    return(paste0("{", paste0(quoted(names(x)), ":", vapply(as.list(x), json, ""), collapse = ","), "}"))
  }
  text <- if (is.factor(x)) quoted(as.character(x))
  else if (is.character(x)) quoted(unclass(x))
  else if (is.logical(x)) ifelse(x, "true", "false")
  else digits(unclass(x))
  if (length(x) == 1 && !inherits(x, "AsIs")) text else paste0("[", paste(text, collapse = ","), "]")
}

# cases: a named list; each case holds its input and what R makes of it. Says of which state of which script they are.
write_reference <- function(name, cases, packages = character()) {
  versions <- vapply(packages, function(package) as.character(packageVersion(package)), "")
  lines <- paste0("    ", quoted(names(cases)), ": ", vapply(cases, json, ""))
  text <- paste0(
    "{\n  \"r\": ", quoted(R.version.string), ",\n",
    "  \"script\": ", quoted(script_name), ",\n",
    "  \"md5\": ", quoted(unname(tools::md5sum(file.path(script_folder, script_name)))), ",\n",
    if (length(packages) > 0) paste0("  \"packages\": ", json(as.list(versions)), ",\n"),
    "  \"cases\": {\n", paste(lines, collapse = ",\n"), "\n  }\n}\n"
  )
  writeLines(text, file.path(target_folder, paste0(name, ".json")), sep = "")
}
