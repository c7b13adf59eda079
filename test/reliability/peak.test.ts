import { tryRecipe } from './recipe.ts'
import { peaks } from './recipes/peak.ts'

tryRecipe(peaks)
