import crypto from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  leftMemberSchema,
  rosterAnswerSchema,
  rosterQuerySchema,
  rosterRefusalSchema,
} from '../../../../domain/contract/roster'
import { exportName } from '../../../../domain/text/table'
import { shanghaiDay } from '../../../../domain/time/day'
import { Problem, notFound } from '../../auth/problem'
import { ownerName } from '../../exports/owner'
import { XLSX, asFile } from '../../exports/send'
import { workbookOf } from '../../exports/workbook'
import { branchOf } from '../../plugins/scopes'
import { audit } from '../audit/audit'
import { checkSheet, readBranch, takeSheet } from './branch-apply'
import { BRANCH_SHEET_COLUMNS } from './branch-sheet'
import { MEMBER_SHEET } from './columns'
import { otherKind } from './other-kinds'
import { readSentSheet } from './sent-sheet'
import { listLeft, takeBack } from './taken-back'
import type { RoutePlugin } from '../../route-plugin'
import { idSchema, orgSchema } from '../../../../domain/contract/shapes'

const params = z.object({ branch: orgSchema })
/** A hundred members make some 12 kB. */
const SHEET_LIMIT = 256_000
/** Unpacking and reading a sheet is work: a person tries a few times. */
const TRYING = { rateLimit: { max: 20, timeWindow: '1 minute' } }

/** The roster of one branch as an ordinary Excel sheet, in and out. */
export const rosterRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'branch' as const }
  const tags = ['支部']
  const { db, keys } = service
  app.addContentTypeParser(
    [XLSX, 'application/octet-stream'],
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => body,
  )

  app.post(
    '/v1/branches/:branch/roster',
    {
      config: { ...config, ...TRYING },
      bodyLimit: SHEET_LIMIT,
      schema: {
        tags,
        description:
          '正文是 .xlsx 文件。check 只检查，什么都不改；apply 要带 form，在没有一处要改时才导入，否则答 409；同一个 form 再发，只导入一次',
        consumes: [XLSX, 'application/octet-stream'],
        params,
        querystring: rosterQuerySchema,
        response: { 200: rosterAnswerSchema, 409: rosterRefusalSchema },
      },
    },
    async request => {
      const scope = branchOf(request)
      const bytes = Buffer.isBuffer(request.body) ? request.body : undefined
      if (!bytes) throw new Problem(400, 'workbook', '打不开这个文件：请发送没有密码的 .xlsx 文件')
      const other = otherKind(bytes)
      if (other) throw new Problem(400, 'workbook', other)
      const sheet = await readSentSheet(bytes)
      const { mode, form } = request.query
      if (mode === 'check' || !form) {
        const { changes, problems, missing, byName } = await checkSheet(db, keys, scope, sheet)
        const { name, others, leftOut } = sheet
        return { applied: false, changes, problems, missing, read: { sheet: name, others, leftOut, byName } }
      }
      const sha256 = crypto.createHash('sha256').update(bytes).digest('hex')
      const { changes, left } = await takeSheet(db, keys, scope, sheet, { form, sha256 }, service.now())
      for (const member of left) service.actors.forget(scope.tenant, member)
      return { applied: true, changes, problems: [] }
    },
  )
  app.get(
    '/v1/branches/:branch/left',
    { config, schema: { tags, params, response: { 200: z.object({ members: z.array(leftMemberSchema) }) } } },
    async request => ({ members: await listLeft(db, branchOf(request), service.now()) }),
  )
  app.post(
    '/v1/branches/:branch/members/:member/back',
    { config, schema: { tags, params: params.extend({ member: idSchema }), response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { member } = request.params
      const outcome = await takeBack(db, scope, member, service.now())
      if (outcome === 'gone') throw notFound()
      if (outcome === 'namesake') {
        throw new Problem(409, 'namesake', '支部里现在有同名的党员，请先在名册里给其中一位的名字加区别字')
      }
      service.actors.forget(scope.tenant, member)
      return reply.status(204).send(null)
    },
  )
  app.get(
    '/v1/branches/:branch/roster.xlsx',
    { config, schema: { tags, params, produces: [XLSX] } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch } = scope
      const members = (await readBranch(db, scope)).filter(it => it.status === 'active')
      await audit(db, { tenant, actor, action: 'roster.export', org: branch }, service.now())
      const owner = await ownerName(db, tenant, branch)
      asFile(reply, exportName(owner, '党员名册', '', shanghaiDay(service.now()), 'xlsx'))
      return reply.type(XLSX).send(await workbookOf(MEMBER_SHEET, BRANCH_SHEET_COLUMNS, members))
    },
  )
}
