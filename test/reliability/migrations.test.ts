import { tryRecipe } from './recipe.ts'
import { migrationRaces } from './recipes/migrations.ts'

tryRecipe(migrationRaces)
