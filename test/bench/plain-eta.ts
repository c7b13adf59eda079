import { Eta } from 'eta'
import { templateSources } from '../../views/engine.ts'

/** Eta as it comes, with the templates of the product. */
export class PlainEta extends Eta {
  constructor() {
    super({ cache: true })
    for (const { name, source } of templateSources()) this.loadTemplate(name, source)
  }

  part(name: string, data: object): string {
    return this.templatesSync.get(`@${name}.eta`).call(this, data)
  }
}
