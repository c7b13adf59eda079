/** How a Kreis is called: `Stadtkreis Heilbronn`, `Landkreis Göppingen`, but `Ortenaukreis`, whose name says it already. */
export const kreisName = ({ typ, name }: { typ: string; name: string }): string =>
  /kreis$/i.test(name) ? name : `${typ} ${name}`
