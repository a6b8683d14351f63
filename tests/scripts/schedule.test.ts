import { schedule, type Task } from '../../scripts/test/schedule'

/** Tasks that end when told to; what happened, in order. */
function hall(tasks: Task[], room: number, failing: string[] = []) {
  const log: string[] = []
  const ends = new Map<string, () => void>()
  const run = (task: Task) => {
    log.push(`+${task.name}`)
    return new Promise<boolean>(resolve => {
      ends.set(task.name, () => {
        log.push(`-${task.name}`)
        resolve(!failing.includes(task.name))
      })
    })
  }
  const done = schedule(tasks, room, run, (task, because) => log.push(`${task.name} not run: ${because}`))
  const end = async (name: string) => {
    ends.get(name)!()
    await new Promise(resolve => setImmediate(resolve))
  }
  return { log, end, done }
}

test('two run side by side, the third when one has ended', async () => {
  const { log, end, done } = hall([{ name: 'a' }, { name: 'b' }, { name: 'c' }], 2)
  expect(log).toEqual(['+a', '+b'])
  await end('b')
  expect(log).toEqual(['+a', '+b', '-b', '+c'])
  await end('a')
  await end('c')
  await done
})

test('what waits for another starts after it, and those behind go ahead meanwhile', async () => {
  const { log, end, done } = hall([{ name: 'feed' }, { name: 'build', after: ['feed'] }, { name: 'lint' }], 2)
  expect(log).toEqual(['+feed', '+lint'])
  await end('feed')
  expect(log.at(-1)).toBe('+build')
  await end('lint')
  await end('build')
  await done
})

test('what waits for one that failed is not run, nor what waits for that; the rest is', async () => {
  const tasks = [
    { name: 'feed' },
    { name: 'build', after: ['feed'] },
    { name: 'browser', after: ['build'] },
    { name: 'lint' },
  ]
  const { log, end, done } = hall(tasks, 1, ['feed'])
  await end('feed')
  expect(log).toEqual(['+feed', '-feed', 'build not run: feed', 'browser not run: build', '+lint'])
  await end('lint')
  await done
})

test('a task for the whole room waits until it is empty and is not overtaken', async () => {
  const { log, end, done } = hall([{ name: 'a' }, { name: 'browser', weight: 2 }, { name: 'b' }], 2)
  expect(log).toEqual(['+a'])
  await end('a')
  expect(log).toEqual(['+a', '-a', '+browser'])
  await end('browser')
  expect(log.at(-1)).toBe('+b')
  await end('b')
  await done
})

test('a task that is larger than the room runs alone', async () => {
  const { log, end, done } = hall([{ name: 'browser', weight: 4 }, { name: 'b' }], 2)
  expect(log).toEqual(['+browser'])
  await end('browser')
  await end('b')
  await done
})

test('only a part of the tasks was asked for: what is not among them is not waited for', async () => {
  const { log, end, done } = hall([{ name: 'browser', after: ['build h5'] }], 2)
  expect(log).toEqual(['+browser'])
  await end('browser')
  await done
})

test('tasks that wait for each other are named', async () => {
  const tasks = [
    { name: 'a', after: ['b'] },
    { name: 'b', after: ['a'] },
  ]
  await expect(hall(tasks, 2).done).rejects.toThrow('tasks wait for each other: a, b')
})
