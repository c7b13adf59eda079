/** The archive of an OpenDocument begins with a file that says what it is, so that it can be told by its first bytes. */
const mark = 'mimetypeapplication/vnd.oasis.opendocument.'
const markAt = 30

/** As many of the first bytes as are looked at. */
export const openDocumentHead = markAt + mark.length

export const isOpenDocument = (head: Uint8Array): boolean =>
  String.fromCharCode(...head.subarray(markAt, openDocumentHead)) === mark

export const noOpenDocument =
  'ist im Format OpenDocument (.ods). Bitte speichern Sie sie in Ihrem Tabellenprogramm als Excel-Arbeitsmappe (.xlsx) oder als CSV.'
