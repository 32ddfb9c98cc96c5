-- Who was granted what, now or before, by decisions that nothing took the place of; read by those who look for people.
create view applicant_granted as
	select d.applicant, d.program from decision d
	where d.outcome = 'ELIGIBLE' and not exists
		(select from decision n where n.applicant = d.applicant and n.supersedes = d.id);
