import type { FastifyReply } from 'fastify'
import { type Column, csvOf } from '../../../domain/text/table'
import { workbookOf } from './workbook'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Sends a table as the file `name`, CSV or workbook by its ending; `title` names the sheet, above whose table `heading` stands. */
export async function sendTable<Row>(
  reply: FastifyReply,
  name: string,
  title: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  heading: readonly string[] = [],
) {
  asFile(reply, name)
  if (name.endsWith('.csv')) return reply.type('text/csv; charset=utf-8').send(csvOf(columns, rows))
  return reply.type(XLSX).send(await workbookOf(title, columns, rows, heading))
}

/** Headers of a file to be kept. */
export function asFile(reply: FastifyReply, name: string): void {
  void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
}
