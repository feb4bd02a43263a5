-- Attempts in a row that were noted before they were made and whose end was not: the process died with them. One may have
-- been a power cut; from the second on each counts as a failure.
alter table source add column unended int not null default 0;

-- Sources are no longer fetched by a job of Quartz, which would look for its class.
delete from qrtz_simple_triggers where trigger_name = 'fetch';
delete from qrtz_triggers where trigger_name = 'fetch';
delete from qrtz_job_details where job_name = 'fetch';
