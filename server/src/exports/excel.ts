import type ExcelJS from 'exceljs'

/** ExcelJS, loaded when the first workbook is read or written: it takes a quarter of what the whole service does to load. */
export const excel = async (): Promise<typeof ExcelJS> => (await import('exceljs')).default
