import { tryRecipe } from './recipe.ts'
import { anyRequests } from './recipes/any-request.ts'

tryRecipe(anyRequests)
