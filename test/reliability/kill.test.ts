import { tryRecipe } from './recipe.ts'
import { kills } from './recipes/kill.ts'

tryRecipe(kills)
