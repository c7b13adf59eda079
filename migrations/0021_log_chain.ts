import { type Kysely, sql } from 'kysely'

/**
 * The log holds numbers only, and nothing in it is ever changed, not even by an erasure: what was typed by somebody stands beside
 * it, in `import_batch` or in `audit_aside`, and can be erased there. So its entries can be sealed in a chain of hashes. What is not
 * sealed yet is queued: whatever commits late is sealed late, and nobody has to look through the whole log for it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_seal (
      number bigint primary key constraint audit_seal_number check (number >= 1),
      audit_id bigint not null constraint audit_seal_once unique references audit,
      hash bytea not null constraint audit_seal_hash check (length(hash) = 32)
    );
    create table audit_unsealed (audit_id bigint primary key references audit);
    create table audit_aside (audit_id bigint primary key references audit, said text not null);

    drop trigger audit_append_only on audit;
    update audit a set detail = a.detail - 'file' - 'reason'
      where a.action like 'admindata.%' and exists (select from import_batch b where b.id = (a.detail ->> 'batch')::bigint);
    insert into audit_aside (audit_id, said)
      select id, detail ->> 'reason' from audit where action = 'backup_failed' and detail ? 'reason';
    update audit set detail = detail - 'reason' where action = 'backup_failed';

    create function refuse_log_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$;
    create trigger audit_append_only before update or delete on audit for each row execute function refuse_log_change();
    create trigger audit_seal_append_only before update or delete on audit_seal
      for each row execute function refuse_log_change();

    insert into audit_unsealed (audit_id) select id from audit;
    create function queue_for_seal() returns trigger language plpgsql as $$
    begin
      insert into audit_unsealed (audit_id) values (new.id);
      return null;
    end $$;
    create trigger audit_queued after insert on audit for each row execute function queue_for_seal();
  `.execute(db)
}
