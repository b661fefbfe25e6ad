-- Which WHMCS client an account is. The table may belong to the portal: it is created if absent and
-- never altered. (A plain "create if not exists" would ask for the right to create even then.)
do $$
begin
  if to_regclass('public.id_mappings') is null then
    create table public.id_mappings (
      user_id         uuid primary key,
      whmcs_client_id int unique not null,
      sf_account_id   text,
      created_at      timestamptz not null default now(),
      updated_at      timestamptz not null default now()
    );
    create index id_mappings_account on public.id_mappings (sf_account_id);
  end if;
end
$$;
