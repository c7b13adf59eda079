import { tryRecipe } from './recipe.ts'
import { doubleSubmissions } from './recipes/double-submissions.ts'

tryRecipe(doubleSubmissions)
