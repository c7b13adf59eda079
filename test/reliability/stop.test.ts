import { tryRecipe } from './recipe.ts'
import { stops } from './recipes/stop.ts'

tryRecipe(stops)
