import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OldSchemaError, migrate } from '../../server/src/database/migrate'
import { emptyDatabase } from './cluster'

test('a database of the schema that was before is told as such, in words, and left as it is', async () => {
  const { connection, drop } = await emptyDatabase()
  try {
    const { pool } = connection
    await pool.query(
      `create table schema_migration (name text primary key, sha256 text not null, applied_at timestamptz not null)`,
    )
    await pool.query(
      `insert into schema_migration values ('0001-schema.sql', 'x', now()), ('0007-past-stays.sql', 'y', now())`,
    )
    await assert.rejects(() => migrate(pool), OldSchemaError)
    const { rows } = await pool.query(`select to_regclass('member') as it`)
    assert.equal(rows[0].it, null)
  } finally {
    await drop()
  }
})
