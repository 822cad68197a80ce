// The clock's own page.

export const panelPage = '<!doctype html><title>Năm Rõ</title>';
