import { type Behind, countBehind } from '../disclosure/behind.ts'
import { tells } from '../disclosure/merge-groups.ts'
import { membersOf } from '../groups/members.ts'
import type { Outcome } from './participation.ts'
import { type Characteristics, usedCharacteristics } from './participation-model.ts'

/**
 * Whether a logit would tell of single ones. What it predicts adds up, in each class that it knows, to how many took part, so that
 * whoever has the register can reckon those; and those without a characteristic are what all have more than the model.
 */
export function modelTells(
  outcome: Pick<Outcome, 'of' | 'yes'>,
  characteristics: Characteristics,
  indices: readonly number[],
  behind: Behind,
): boolean {
  const { could, complete, groupings } = usedCharacteristics(outcome, characteristics, indices)
  const known = new Set(complete)
  const classes = groupings.flatMap((grouping) => membersOf(grouping, complete).map((group) => group.indices))
  return [could.filter((index) => !known.has(index)), ...classes].some((own) =>
    tells(
      [true, false].map((took) =>
        countBehind(
          own.filter((index) => outcome.yes(index) === took),
          behind,
        ),
      ),
    ),
  )
}
