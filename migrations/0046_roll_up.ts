import { type Kysely, sql } from 'kysely'

/**
 * Figures that go up over levels: what a unit above persons gives of its own, and that somebody stands for what it passes on. Both are
 * only added to: a correction is a further revision, a new sign-off has a further number. What persons give are submissions of the wave.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table roll_up_figures (
      wave_id text not null references wave,
      level text not null,
      unit text not null,
      revision integer not null constraint roll_up_figures_revision check (revision > 0),
      -- Numbers by the names of the figures.
      given jsonb not null,
      account_id bigint not null references staff.account,
      at timestamptz not null default now(),
      primary key (wave_id, level, unit, revision)
    );
    create index roll_up_figures_by_account on roll_up_figures (account_id);
    create table roll_up_sign_off (
      wave_id text not null references wave,
      level text not null,
      unit text not null,
      number integer not null constraint roll_up_sign_off_number check (number > 0),
      -- Whose figures were seen in which revision; persons by the number of their participant.
      content jsonb not null,
      account_id bigint not null references staff.account,
      at timestamptz not null default now(),
      primary key (wave_id, level, unit, number)
    );
    create index roll_up_sign_off_by_account on roll_up_sign_off (account_id);
  `.execute(db)
}
