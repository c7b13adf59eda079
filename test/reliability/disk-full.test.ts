import { tryRecipe } from './recipe.ts'
import { fullDisk, lacksSmallDisk } from './recipes/disk-full.ts'

tryRecipe(fullDisk, await lacksSmallDisk())
